fn main() {
    println!("{}", greeting::greet("harbour"));
}
