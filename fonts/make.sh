#!/bin/sh
# Makes the ten font files of this folder from the packages that carry them. Needs npm and Python 3 with pip.
# Run it here: sh make.sh. It is only for the day when a face is changed; the build does not need it.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv tools
tools/bin/pip install --quiet fonttools==4.68.0 brotli==1.2.1
npm pack --silent @fontsource/battambang@5.3.0 jetbrains-mono@1.0.6 @expo-google-fonts/noto-sans@0.4.2
for package in *.tgz; do
    mkdir "${package%.tgz}"
    tar xzf "$package" -C "${package%.tgz}"
done
khmer=fontsource-battambang-5.3.0/package/files/battambang-khmer
text=expo-google-fonts-noto-sans-0.4.2/package
latin=jetbrains-mono-1.0.6/package/fonts/webfonts/JetBrainsMonoNL

# subset FROM TO UNICODES: only these letters, all shaping rules, no hints (nobody uses them here).
subset() {
    case "$1" in
        *.woff2) tools/bin/fonttools ttLib.woff2 decompress -o face.ttf "$1" 2>&1 ;;
        *) cp "$1" face.ttf ;;
    esac
    tools/bin/pyftsubset face.ttf --output-file="$here/$2" --unicodes="$3" \
        --layout-features="$features" --no-hinting --desubroutinize --notdef-outline \
        --name-IDs=0,1,2,3,4,5,6,13,14 --drop-tables+=DSIG
}

features='*'
# Khmer, Khmer symbols, joiners and the circle that carries a lone sign.
letters='U+0020,U+00A0,U+1780-17FF,U+19E0-19FF,U+200B-200D,U+25CC'
subset "$khmer-400-normal.woff2" Battambang-Regular.ttf "$letters"
subset "$khmer-700-normal.woff2" Battambang-Bold.ttf "$letters"

# Latin with its accents, punctuation, fractions, currency, arrows, signs of mathematics, shapes and marks.
# Lines, blocks and braille are drawn by the painter itself.
letters='U+0020-007E,U+00A0-017F,U+02C6-02DD,U+2010-205F,U+2070-209F,U+20A0-20BF,U+2100-214F,U+2190-21FF'
letters="$letters,U+2200-22FF,U+2300-23FF,U+25A0-25FF,U+2600-27BF"
subset "$latin-Regular.woff2" JetBrainsMonoNL-Regular.ttf "$letters"
subset "$latin-Bold.woff2" JetBrainsMonoNL-Bold.ttf "$letters"

# For running text: Latin with the accents of all languages, Greek, Cyrillic, punctuation, fractions, currency, and the
# sign for a letter that no font has. No small capitals and other shapes for choice.
features='ccmp,kern,locl,mark,mkmk'
letters='U+0020-007E,U+00A0-024F,U+02B0-036F,U+0370-03FF,U+0400-045F,U+1E00-1EFF,U+2010-205F,U+2070-209F'
letters="$letters,U+20A0-20BF,U+2100-214F,U+2150-218F,U+2212,U+FFFD"
subset "$text/400Regular/NotoSans_400Regular.ttf" NotoSans-Regular.ttf "$letters"
subset "$text/600SemiBold/NotoSans_600SemiBold.ttf" NotoSans-SemiBold.ttf "$letters"

# For web pages, in which they are embedded: the same Khmer, and of Latin what its languages need.
# web FROM TO UNICODES
web() {
    tools/bin/pyftsubset "$here/$1" --output-file="$here/$2" --unicodes="$3" --flavor=woff2 \
        --layout-features="$features" --no-hinting --desubroutinize --notdef-outline --name-IDs=0,1,2,3,4,5,6,13,14
}

features='*'
letters='U+0020,U+00A0,U+1780-17FF,U+19E0-19FF,U+200B-200D,U+25CC'
web Battambang-Regular.ttf Battambang-Regular.woff2 "$letters"
web Battambang-Bold.ttf Battambang-Bold.woff2 "$letters"

features='ccmp,kern,locl,mark,mkmk'
letters='U+0020-007E,U+00A0-017F,U+02C6-02DD,U+0300-0304,U+0306-030C,U+0327,U+0328,U+1E80-1E85,U+1EF2-1EF3'
letters="$letters,U+2010-205F,U+2070-209F,U+20A0-20BF,U+2116,U+2122,U+2190-2193,U+2212,U+2260,U+2264,U+2265,U+FFFD"
web NotoSans-Regular.ttf NotoSans-Regular.woff2 "$letters"
web NotoSans-SemiBold.ttf NotoSans-SemiBold.woff2 "$letters"
