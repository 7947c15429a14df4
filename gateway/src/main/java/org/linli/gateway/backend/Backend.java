package org.linli.gateway.backend;

/** A process of the suite that the gateway depends on. */
public enum Backend {
    COMPANY("company", "公司服务", "company-service"),
    COMPANY_HQ("company-hq", "公司服务（总公司合并）", "company-service (HQ consolidation)"),
    FUND("fund", "返还基金服务", "fund-service"),
    PARTNER("partner", "合伙人服务", "partner-service"),
    IDENTITY("identity", "身份服务", "the identity provider");

    private final String id;
    private final String chinese;
    private final String english;

    Backend(String id, String chinese, String english) {
        this.id = id;
        this.chinese = chinese;
        this.english = english;
    }

    /** The name in settings, metrics and the health report. */
    public String id() {
        return id;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
