package dev.parley.inventory;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A machine, and how it is reached.
 *
 * @param address what people see and type, e.g. 192.168.0.24
 * @param user null for the connection's default
 * @param privateKey null for the default keys
 * @param become whether commands that need root may use {@code sudo -n}
 */
public record Host(
    String name,
    String address,
    int port,
    @Nullable String user,
    @Nullable Path privateKey,
    boolean become) {}
