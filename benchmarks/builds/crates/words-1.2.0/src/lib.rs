//! A stand-in for a crate that others need.

/// Joins words by spaces.
pub fn join(words: &[&str]) -> String {
    words.join(" ")
}
