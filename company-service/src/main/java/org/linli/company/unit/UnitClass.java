package org.linli.company.unit;

import io.swagger.v3.oas.annotations.media.Schema;

/** The four classes of branches (分类推进), because endowments differ. Set by HQ, reviewed each year. */
@Schema(name = "UnitClass")
public enum UnitClass {
    /** 全优型: resources, rooms and partners. */
    ALL_ROUND,
    /** 资源型: has things to rent. */
    RESOURCE,
    /** 阵地型: has rooms. */
    VENUE,
    /** 探索型: neither yet. */
    EXPLORATORY
}
