package org.attune.store;

import java.nio.file.Path;
import java.util.HexFormat;

/**
 * A program that opens one vault after the other, bringing each up to date and closing what broke
 * off, until it is killed. Says {@code M n} before and {@code D n} after each.
 */
final class KilledOpener {
    private KilledOpener() {}

    /**
     * @param args a folder of vaults {@code 0}, {@code 1}…, how many, and their keys in hexadecimal
     */
    public static void main(String[] args) {
        int count = Integer.parseInt(args[1]);
        for (int number = 0; number < count; number++) {
            byte[] key = HexFormat.of().parseHex(args[2 + number % (args.length - 2)]);
            System.out.println("M " + number);
            System.out.flush();
            Keyless.open(Path.of(args[0], String.valueOf(number)), key).close();
            System.out.println("D " + number);
            System.out.flush();
        }
        System.out.println("E");
    }
}
