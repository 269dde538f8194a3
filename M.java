import org.jsoup.*;import org.jsoup.parser.*;
public class M{public static void main(String[] a){ 
 var d=Jsoup.parse("<rss>"+"<item>".repeat(10)+"<t>x</t></item><b/>","",Parser.xmlParser().setMaxDepth(4)); System.out.println(d.outerHtml());
 long t=System.nanoTime(); var els=Jsoup.parse("<rss>"+"<item>".repeat(66666),"",Parser.xmlParser().setMaxDepth(256)).getAllElements(); System.out.println((System.nanoTime()-t)/1e6);
}}
