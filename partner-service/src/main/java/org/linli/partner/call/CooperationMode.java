package org.linli.partner.call;

import io.swagger.v3.oas.annotations.media.Schema;

/** How a partner and a community work together (合作方式). */
@Schema(name = "CooperationMode")
public enum CooperationMode {
    /** 空间共营: the community gives room, the partner runs it, part of the income goes back. */
    VENUE_COOPERATION,
    /** 购买服务项目: the community pays for a service. */
    PURCHASED_SERVICE,
    /** 志愿积分: volunteers serve and earn points. */
    VOLUNTEER_POINTS,
    /** 众筹+社群: residents pay together for what they want. */
    CROWDFUNDING
}
