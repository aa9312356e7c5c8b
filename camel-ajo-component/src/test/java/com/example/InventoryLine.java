package com.example;

import java.util.Map;

import org.apache.camel.dataformat.bindy.annotation.CsvRecord;
import org.apache.camel.dataformat.bindy.annotation.DataField;

/** A line of the inventory, as the page on recipes shows it. */
// snippet:inventory-line
@CsvRecord(separator = ";", crlf = "UNIX", quoting = true)
public class InventoryLine {

    @DataField(pos = 1)
    public String kind;

    @DataField(pos = 2)
    public String id;

    @DataField(pos = 3)
    public String status;

    @DataField(pos = 4)
    public String name;

    public static InventoryLine journey(Map<String, Object> item) {
        return of("journey", item.get("id"), item);
    }

    public static InventoryLine campaign(Map<String, Object> item) {
        return of("campaign", item.get("campaignId"), item);
    }

    private static InventoryLine of(String kind, Object id, Map<String, Object> item) {
        InventoryLine line = new InventoryLine();
        line.kind = kind;
        line.id = (String) id;
        line.status = (String) item.get("status");
        line.name = (String) item.get("name");
        return line;
    }
}
// end
