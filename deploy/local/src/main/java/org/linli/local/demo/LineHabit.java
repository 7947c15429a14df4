package org.linli.local.demo;

import java.util.List;
import java.util.Map;

/**
 * How a business line typically looks in the books: an invention for the demo, in the order of size of published
 * accounts.
 *
 * @param typicalYuan usual size of an entry
 * @param costShare direct cost as a share of gross, in percent
 * @param partners who operates it
 * @param memo what it is for
 */
record LineHabit(int typicalYuan, int costShare, List<String> partners, String memo) {
    private static final LineHabit ANY = new LineHabit(200, 20, List.of(), "其他经营");

    private static final Map<String, LineHabit> BY_LINE = Map.ofEntries(
            Map.entry("VENUE_RENTAL", new LineHabit(180, 10, List.of("晨曦瑜伽社", "童乐绘本馆", "墨香书画室"), "多功能室场地合作")),
            Map.entry("STALL_RENTAL", new LineHabit(260, 5, List.of(), "便民摊位月租")),
            Map.entry("SHOPFRONT_RENTAL", new LineHabit(1_500, 5, List.of("惠邻便利店"), "临街铺位租金")),
            Map.entry("NIGHT_MARKET", new LineHabit(420, 25, List.of("烟火夜市联合会"), "周末夜市摊位")),
            Map.entry("SHARED_PARKING", new LineHabit(150, 5, List.of(), "共享停车")),
            Map.entry("DOMESTIC_SERVICES", new LineHabit(220, 60, List.of("南粤家政超市"), "家政服务")),
            Map.entry("WELLNESS_CARE", new LineHabit(160, 45, List.of("康宁中医馆"), "嵌入式康养服务")),
            Map.entry("CANTEEN", new LineHabit(320, 60, List.of("邻里食堂"), "长者饭堂餐费")),
            Map.entry("MICRO_FACTORY", new LineHabit(600, 55, List.of("小社微工厂"), "来料加工")),
            Map.entry("COMMUNITY_FACTORY", new LineHabit(500, 50, List.of("映湾湾社区工厂"), "社区工厂食品")),
            Map.entry("TRAINING", new LineHabit(240, 35, List.of("启航培训", "巧手工作室"), "公益价培训课程")),
            Map.entry("FAIR", new LineHabit(380, 30, List.of(), "社区市集")),
            Map.entry("SKY_FARM", new LineHabit(140, 30, List.of("云顶农场"), "空中农场认种")),
            Map.entry("PURCHASED_SERVICE", new LineHabit(900, 50, List.of("同心社工服务社"), "购买服务项目")));

    static LineHabit of(String line) {
        return BY_LINE.getOrDefault(line, ANY);
    }
}
