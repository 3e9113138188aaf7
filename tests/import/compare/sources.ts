/** Texts that other programs make files of. */

export const MARKDOWN = `# 全县工作会议纪要

## 一、会议议题

会议研究了**三项**工作，
并作出部署。[附件](http://example.invalid/)

1. 抓项目建设
2. 抓招商引资
    a. 走出去
    b. 请进来
3. 抓作风转变

接着是第二个列表：

(3) 第三项
(4) 第四项

| 单位 | 任务 |
|------|------|
| 甲局 | 建台账 |
| 乙局 | 查问题 |

> 引用一段原文。

### 散会
`;

export const HTML = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>题</title><style>p{margin:0}</style></head><body>
<h1>全县教育工作会议纪要</h1><p>会议由副县长主持，各部门负责同志参加。</p>
<ol><li>增加学位供给<li>规范校外培训<ol type="a"><li>建立台账<li>联合检查</ol><li>减轻学生负担</ol>
<p>会议要求：<br>一是压实责任；<br>二是加强督查。</p><h2>任务分工</h2>
<table border="1"><tr><th>单位</th><th>任务</th></tr><tr><td>教育局</td><td><p>新建学校</p><p>两所</p></td></tr></table>
<ol start="5" type="I"><li>罗马数字<li>继续</ol><div>散会<div>时间：三月</div>地点：县政府</div></body></html>`;
