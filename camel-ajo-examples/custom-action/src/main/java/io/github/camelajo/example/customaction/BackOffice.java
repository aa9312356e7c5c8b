package io.github.camelajo.example.customaction;

/** Makes vouchers, in its own time. */
@FunctionalInterface
public interface BackOffice {

    /**
     * @param orderId the same order gets the same voucher
     * @return the code of the voucher
     */
    String voucher(String orderId, int amount) throws InterruptedException;
}
