package io.github.camelajo.example.java;

import java.util.Iterator;
import java.util.stream.IntStream;

/** Stands in for the queue, table or topic that orders come from. */
public final class Orders {

    private final int count;

    Orders(int count) {
        this.count = count;
    }

    /** All orders, made one by one as they are asked for. */
    public Iterator<Order> all() {
        return IntStream.rangeClosed(1, count).mapToObj(Orders::order).iterator();
    }

    private static Order order(int number) {
        return new Order(
                "A-%05d".formatted(number), "customer%05d@example.com".formatted(number), "Customer " + number);
    }
}
