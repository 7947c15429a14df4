package org.linli.bench.proposals;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a made-up proposal says.
 *
 * @param partner the name of who proposes
 */
record Offer(String title, String summary, String partner) {

    private static final List<String> WHAT = words("书法 太极 推拿 理发 烘焙 编织 剪纸 合唱 国画 瑜伽 插花 茶艺 摄影 象棋 舞蹈 英语 编程 足球 篮球 羽毛球 "
            + "乒乓球 古筝 二胡 陶艺 刺绣 急救 义诊 针灸 康复 配餐 助浴 陪诊 托管 绘本 阅读 手工 木工 缝补 家电维修 电脑维修 自行车维修 "
            + "法律咨询 心理咨询 家政培训 月嫂培训 养老护理 粤剧 醒狮 龙舟 龙眼干 陈皮 客家菜 早茶 汤水 凉茶 豆腐 有机蔬菜 阳台种植 垃圾分类 旧衣回收 "
            + "宠物照护 儿童游泳 轮滑 街舞 声乐 钢琴 吉他 主持 戏剧 电影 直播 电商 会计 焊接 叉车 月饼 裹粽 面点 咖啡 调酒 美甲 化妆 穿搭 收纳 保洁 "
            + "颈肩调理 足疗 视力保健 口腔保健 中医讲座 糖尿病管理 高血压管理 母乳喂养 亲子运动 家庭教育 隔代教育 防诈骗 智能手机 消防演练 应急救护");
    private static final List<String> FOR = words("长者 儿童 妈妈 青年 残疾人士 退役军人 新市民 上班族 家庭 居民 学生 骑手 环卫工人 独居老人 困难家庭 志愿者");
    private static final List<String> HOW = words("晚课 周末班 体验营 公益课 进社区 工作坊 义卖 小课堂 驿站 互助组 夏令营 沙龙 展演 上门 套餐");
    private static final List<String> WHEN = words("每周二、四晚七点 每周六上午 每月第一个周日 工作日晚间 寒暑假上午 每天清晨 节日前一周 每周三下午");
    private static final List<String> WITH =
            words("持证老师两名 二十人一班 材料自备 首课免费 收费不高于市场价一半 志愿者协助 小班教学 可以补课 器材由我方提供 需要一面镜墙 需要通风的房间 需要投影");
    private static final String SURNAMES = "陈林黄梁李张何吴罗谭区冯伍郑叶邓苏麦温关";
    private static final String GIVEN = "志强国华丽珍秀英嘉欣俊杰浩然子轩雨婷美玲伟明建军晓燕文静海燕春梅永康德福家乐思远";
    private static final List<String> KIND = words("工作室 诊所 培训中心 社会工作服务中心 文化传播公司 合作社 餐饮店 艺术团");

    private static List<String> words(String text) {
        return List.of(text.split("\\s+"));
    }

    static Offer of(Random random) {
        String what = one(WHAT, random);
        return new Offer(
                one(FOR, random) + what + one(HOW, random),
                one(WHEN, random) + "," + one(WITH, random) + "," + one(WITH, random) + ",编号"
                        + random.nextInt(1_000_000),
                name(random) + one(KIND, random));
    }

    private static String name(Random random) {
        return Stream.of(SURNAMES, GIVEN, GIVEN)
                .map(letters -> String.valueOf(letters.charAt(random.nextInt(letters.length()))))
                .collect(Collectors.joining());
    }

    private static String one(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
