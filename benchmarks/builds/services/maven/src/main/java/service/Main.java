package service;

import org.apache.commons.lang3.StringUtils;

/** A service that needs one library. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.out.println(StringUtils.capitalize("hello, harbour"));
    }
}
