"""A certificate authority for a proof: a root, an intermediate and leaves, made with openssl in a folder."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

# Mozilla recommends certificates of at most ninety days.
LEAF_DAYS = 89
AUTHORITY_DAYS = 180
P256 = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
AUTHORITY = "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n"
LEAF = "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth\n"


@dataclass
class Leaf:
    """What a server is given: the chain (leaf first, without the root) and the key."""

    chain: Path
    key: Path


class Authority:
    def __init__(self, folder: Path):
        self.folder = folder
        self.root = folder / "root.pem"
        self._request("root", "Proof root")
        self._sign("root", None, AUTHORITY, AUTHORITY_DAYS)
        self._request("middle", "Proof intermediate")
        self._sign("middle", "root", AUTHORITY, AUTHORITY_DAYS)

    def leaf(self, name: str, hosts: list) -> Leaf:
        """A certificate for these hosts; `name` is the common name and the name of its files."""
        self._request(name, name)
        names = ",".join(f"DNS:{host}" for host in hosts)
        self._sign(name, "middle", LEAF + f"subjectAltName={names}\n", LEAF_DAYS)
        chain = self.folder / f"{name}.chain"
        chain.write_text((self.folder / f"{name}.pem").read_text() + (self.folder / "middle.pem").read_text())
        return Leaf(chain, self.folder / f"{name}.key")

    def _request(self, name: str, subject: str):
        self._openssl("req", *P256, "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj", f"/CN={subject}")

    def _sign(self, name: str, by: str | None, extensions: str, days: int):
        (self.folder / f"{name}.ext").write_text(extensions)
        signer = ["-CA", f"{by}.pem", "-CAkey", f"{by}.key", "-CAcreateserial"] if by else ["-signkey", f"{name}.key"]
        self._openssl("x509", "-req", "-in", f"{name}.csr", *signer, "-days", str(days), "-extfile", f"{name}.ext",
                      "-out", f"{name}.pem")

    def _openssl(self, *words):
        subprocess.run(["openssl", *words], cwd=self.folder, check=True, capture_output=True)
