//! A stand-in for a crate that needs another.

/// Greets somebody by name.
pub fn greet(name: &str) -> String {
    words::join(&["hello,", name])
}
