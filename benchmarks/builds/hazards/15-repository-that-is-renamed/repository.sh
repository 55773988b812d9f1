# A vendor's repository with nothing in it, whose Release file carries the label that is asked for.
set -e
mkdir -p /repository
cd /repository
: > Packages
{
    echo "Label: $1"
    echo "Date: $(date -Ru | sed 's/+0000/UTC/')"
    echo "SHA256:"
    echo " $(sha256sum Packages | cut -d' ' -f1) 0 Packages"
} > Release
