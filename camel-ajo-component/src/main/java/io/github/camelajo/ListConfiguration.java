package io.github.camelajo;

import io.github.camelajo.result.PagingMode;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** Options of operations that read a list. */
@UriParams
abstract class ListConfiguration extends CallConfiguration {

    @UriParam(label = "list")
    private String filter;

    @UriParam(label = "list")
    private String sort;

    @UriParam(label = "list")
    private String fields;

    @UriParam(label = "list")
    private String orderBy;

    @UriParam(label = "list")
    private String property;

    @UriParam(label = "list")
    private Boolean full;

    @UriParam(label = "list")
    private String page;

    @UriParam(label = "list")
    private Integer pageSize;

    @UriParam(label = "list", enums = "page,all,iterator", defaultValue = "page")
    private PagingMode paging = PagingMode.PAGE;

    @UriParam(label = "list,advanced", defaultValue = "50000")
    private int maxItems = 50_000;

    @UriParam(label = "list,advanced", defaultValue = "10000")
    private int maxPages = 10_000;

    public String getFilter() {
        return filter;
    }

    /**
     * Selects the journeys of a list (journey: list). Conditions are joined by an ampersand; each is a field, an
     * operator (equal, greater, less, greater or equal, less or equal) and a value. A comma separates alternatives.
     * Example: status=live, or in a URI RAW(...) around several conditions.
     */
    public void setFilter(String filter) {
        this.filter = filter;
    }

    public String getSort() {
        return sort;
    }

    /**
     * Order of the journeys of a list (journey: list): field=asc or field=desc, several separated by commas. Example:
     * name=asc. The lists of other APIs have the option orderBy.
     */
    public void setSort(String sort) {
        this.sort = sort;
    }

    public String getFields() {
        return fields;
    }

    /**
     * Fields to return for each journey of a list (journey: list), separated by commas. Without it Adobe sends all
     * fields. Example: id,name,status.
     */
    public void setFields(String fields) {
        this.fields = fields;
    }

    public String getOrderBy() {
        return orderBy;
    }

    /**
     * Order of a list: the name of a field, with a minus sign before it for descending. For lists of campaign,
     * template, fragment, suppression-address, suppression-domain, suppression-upload, loyalty-task,
     * loyalty-challenge, loyalty-product and package; journeys have the option sort, and sandbox: listAll takes asc or
     * desc, a colon and fields. Example: -modifiedAt.
     */
    public void setOrderBy(String orderBy) {
        this.orderBy = orderBy;
    }

    public String getProperty() {
        return property;
    }

    /**
     * Selects the items of a list, for lists of campaign, template, fragment, suppression-address, suppression-domain,
     * suppression-upload, loyalty-task, loyalty-challenge, package and sandbox (listAll): a field, an operator and a
     * value, written as in Adobe's reference of that API. To give several conditions, repeat the option or use a List
     * in the header CamelAjoProperty. In one text they are joined by a semicolon for campaign and by a comma for
     * loyalty-task and loyalty-challenge; the others take one condition in a text. Example for campaigns:
     * campaignClass!=inline.
     */
    public void setProperty(String property) {
        this.property = property;
    }

    public Boolean getFull() {
        return full;
    }

    /**
     * Whether campaigns are returned with all their parts in place of a summary (campaign: list, listVersions). Full
     * campaigns are much larger. Adobe's default is false.
     */
    public void setFull(Boolean full) {
        this.full = full;
    }

    public String getPage() {
        return page;
    }

    /**
     * Page of a list to start with. Journeys and campaigns have page numbers, counted from 0; all other lists have a
     * cursor, which the header CamelAjoNextPage returned. Without it a list starts with its first page.
     */
    public void setPage(String page) {
        this.page = page;
    }

    public Integer getPageSize() {
        return pageSize;
    }

    /**
     * Number of items in one page of a list. Journeys: 1 to 100, by default 100. Campaigns: by default 50. Templates
     * and fragments: 1 to 1000, by default 20. All others: by default 20 or 25. Larger pages need fewer calls for the
     * same list.
     */
    public void setPageSize(Integer pageSize) {
        this.pageSize = pageSize;
    }

    public PagingMode getPaging() {
        return paging;
    }

    /**
     * How much of a list one call returns: page for one page (the header CamelAjoNextPage tells where the next one
     * starts), all for the items of all pages in one List, iterator for an Iterator that reads page after page while
     * the route splits it, in constant memory.
     */
    public void setPaging(PagingMode paging) {
        this.paging = paging;
    }

    public int getMaxItems() {
        return maxItems;
    }

    /**
     * Maximum number of items with paging=all, which holds the whole list in memory. A longer list ends in an
     * exception; paging=iterator has no such limit. The default is 50000.
     */
    public void setMaxItems(int maxItems) {
        this.maxItems = maxItems;
    }

    public int getMaxPages() {
        return maxPages;
    }

    /**
     * Maximum number of pages read for one list with paging=all or iterator. More pages end in an exception, so that
     * an endless list is noticed. A larger pageSize means fewer pages. The default is 10000.
     */
    public void setMaxPages(int maxPages) {
        this.maxPages = maxPages;
    }
}
