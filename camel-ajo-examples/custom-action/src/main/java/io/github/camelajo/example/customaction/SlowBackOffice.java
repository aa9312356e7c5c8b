package io.github.camelajo.example.customaction;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Stands in for a system that is too slow for a journey to wait for. */
final class SlowBackOffice implements BackOffice {

    @Override
    public String voucher(String orderId, int amount) throws InterruptedException {
        TimeUnit.SECONDS.sleep(2);
        return code(orderId);
    }

    static String code(String orderId) {
        return "V-"
                + UUID.nameUUIDFromBytes(orderId.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .substring(0, 8);
    }
}
