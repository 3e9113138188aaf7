/** Pages as they are saved from the web and from Word; sites, people and matters are invented. */

export const governmentPage = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "x">
<html xmlns="http://www.w3.org/1999/xhtml"><head><meta charset="utf-8"><title>东川县人民政府</title>
<script>document.write("广告");</script></head><body><form id="aspnetForm">
<div class="header"><ul class="menu"><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li><li><a href="/hd">互动交流</a></li><li><a href="/zt">专题专栏</a></li></ul></div>
<nav>当前位置：<a href="/">首页</a> &gt; <a href="/ld">领导讲话</a></nav>
<h1>县长在安全生产会议上的讲话</h1>
<div class="info">发布时间：2024-03-05 字体：<a>大</a> <a>中</a> <a>小</a></div>
<div id="UCAP-CONTENT"><div class="trs_editor_view">
<p>　　同志们：</p><p style="text-indent:2em">今天的会议很重要，主要任务是部署安全生产工作。</p>
<p>　　<strong>一、提高认识。</strong>各部门要把安全放在首位，压实责任。</p>
<p>　　<strong>二、突出重点。</strong>矿山、道路、消防三个领域不放松。</p><p>&nbsp;</p><p>　　谢谢大家！</p></div></div>
<div class="share">分享到：<a>微信</a></div>
<footer>主办：东川县人民政府办公室 备案号：00000000</footer></form></body></html>`;

export const wechatArticle = `<!DOCTYPE html><html><head><meta charset="utf-8"><meta property="og:title" content="x"></head><body id="activity-detail">
<div class="rich_media"><div class="rich_media_inner"><div id="page-content"><div id="img-content">
<h1 class="rich_media_title" id="activity-name">
 我县召开招商引资推进会
</h1>
<div id="meta_content"><span>原创</span><a id="js_name">东川发布</a><em id="publish_time">2024-03-06</em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0; ">
<section style="text-align:center"><img data-src="https://example.invalid/a.png"></section>
<section><p><span style="font-size:16px">3月5日，我县召开招商引资推进会，</span><span>总结经验，部署任务。</span></p></section>
<p><br></p><section><section><span>一、强化产业链招商，落实“链长制”。</span></section></section>
<p>二、优化营商环境，<br>推行一网通办。</p><mp-common-profile class="js_uneditable"></mp-common-profile></div>
<div class="rich_media_tool">阅读原文 <a>赞</a> <a>在看</a></div></div></div></div></div></body></html>`;

const MENU = ['要闻', '政务', '民生', '文化', '视频', '专题', '评论', '图片'];
export const mobilePage = `<html><head><meta charset="utf-8"></head><body>
<div><div>${MENU.map((name) => `<span><a href="#">${name}频道首页</a></span>`).join('')}</div></div>
<div><div><p>全市教育工作会议今天上午召开，市领导出席会议并讲话。</p>
<p>会议强调，要推进义务教育优质均衡发展，办好人民满意的教育。</p><p>短句。</p>
<p>会议要求，各区县要增加学位供给，规范校外培训，减轻学生负担。</p></div></div>
<div>相关新闻：${MENU.map((name) => `<a href="#">${name}新闻回顾</a>`).join('')}</div></body></html>`;

export const wordPage = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm} --></style></head><body lang=ZH-CN><div class=WordSection1>
<p class=MsoTitle><span>工作总结</span></p><h2>（一）抓项目</h2>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>一、<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]><span>总体情况良好，
项目进展顺利。<o:p></o:p></span></p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><!--[if !supportLists]--><span lang=EN-US><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;&nbsp; </span></span></span><!--[endif]-->引进企业三十家<a style='mso-footnote-id:ftn1' href="#_ftn1"><span class=MsoFootnoteReference>[1]</span></a>。<a class=msocomanchor>[周1]</a><span style='display:none;mso-hide:all'>隐藏</span></p>
<p class=MsoNormal>姓名<span style='mso-tab-count:1'>       </span>职务</p>
<table class=MsoTableGrid><tr><td><p class=MsoNormal>甲</p></td><td><p class=MsoNormal>乙</p></td></tr></table>
<div style='mso-element:footnote-list'><br clear=all><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a><span class=MsoFootnoteReference>[1]</span></a> 含分公司。</p></div></div>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p>此处核实</p></div></div>
</div></body></html>`;
