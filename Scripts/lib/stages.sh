# shellcheck shell=bash
# The stages that Scripts/check and Scripts/test share; sourced after debian.sh.

: "${checkout:?source debian.sh first}"
import_check=(--explicit-target-dependency-import-check error)

lint() { swift format lint --strict --recursive "$checkout/Package.swift" "$checkout/Sources" "$checkout/Tests" >&2; }
demo_data() { "$checkout/Scripts/demo-data" --check; }
pack_assets() { "$checkout/Scripts/pack-assets"; }
build() { swift build --package-path "$checkout" --build-tests "${import_check[@]}" >&2; }
unit_tests() { swift test --package-path "$checkout" --skip-build "${import_check[@]}" >&2; }

# need_programs PRODUCT...: builds these for release; afterwards $programs is the folder in which they are.
need_programs() {
    local product
    for product in "$@"; do
        say "building $product (the first time takes a few minutes)"
        swift build --package-path "$checkout" -c release --product "$product" "${import_check[@]}" >&2
    done
    programs=$(swift build --package-path "$checkout" -c release --show-bin-path)
}
