# shellcheck shell=bash
# The stages that Scripts/check and Scripts/test share; sourced after debian.sh.

: "${checkout:?source debian.sh first}"
import_check=(--explicit-target-dependency-import-check error)

lint() { swift format lint --strict --recursive "$checkout/Package.swift" "$checkout/Sources" "$checkout/Tests" >&2; }
demo_data() { "$checkout/Scripts/demo-data" --check; }
build() { swift build --package-path "$checkout" --build-tests "${import_check[@]}" >&2; }
unit_tests() { swift test --package-path "$checkout" --skip-build "${import_check[@]}" >&2; }
