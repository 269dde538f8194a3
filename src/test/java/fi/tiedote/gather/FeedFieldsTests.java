package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each field of each format by its specification: what is written, where it is found, what it says. */
class FeedFieldsTests {
    private static final String SPACES =
            " xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:t='http://purl.org/dc/terms/'"
                    + " xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:m='http://search.yahoo.com/mrss/'"
                    + " xmlns:a='http://www.w3.org/2005/Atom' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'"
                    + " xmlns:fb='http://rssnamespace.org/feedburner/ext/1.0' xmlns:x='http://example.org/unknown'"
                    + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'";
    private static final Map<String, String> FRAMES = Map.of(
            "rss", "<rss version='2.0'" + SPACES + "><channel>%s</channel></rss>",
            "rss item", "<rss version='2.0'" + SPACES + "><channel><title>F</title><item>%s</item></channel></rss>",
            "rdf", "<rdf:RDF xmlns='http://purl.org/rss/1.0/'" + SPACES + ">%s</rdf:RDF>",
            "atom", "<feed xmlns='http://www.w3.org/2005/Atom'" + SPACES + ">%s</feed>",
            "atom item", "<feed xmlns='http://www.w3.org/2005/Atom'" + SPACES + "><entry>%s</entry></feed>",
            "atom03", "<feed version='0.3' xmlns='http://purl.org/atom/ns#'" + SPACES + ">%s</feed>",
            "atom03 item", "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry>%s</entry></feed>",
            "json", "{'version':'https://jsonfeed.org/version/1.1',%s,'items':[]}",
            "json item", "{'version':'https://jsonfeed.org/version/1','items':[{%s}]}",
            "bare", "%s");

    private static final String TABLE = """
            rss | <title>News</title> | /feed/title | News
            rss | <title>A &amp;amp; B</title> | /feed/title | A & B
            rss | <dc:title>News</dc:title> | /feed/title | News
            rss | <title> two
             lines</title> | /feed/title | two lines
            rss | <link>http://e.org/</link> | /feed/link | http://e.org/
            rss | <link>/home</link> | /feed/link | http://example.org/home
            rss | <a:link rel='self' href='http://e.org/f'/><link>http://e.org/</link> | /feed/link | http://e.org/
            rss | <link>http://e.org/</link><a:link rel='hub' href='http://h.org'/> | /feed/link | http://e.org/
            rss | <a:link rel='alternate' href='http://e.org/'/> | /feed/link | http://e.org/
            rss | <title>F</title><image><title>I</title><link>http://i.org</link></image> | /feed/link |
            rss | <image><title>I</title></image><title>F</title> | /feed/title | F
            rss | <textInput><title>I</title></textInput><title>F</title> | /feed/title | F
            rss | <description>&lt;b&gt;About&lt;/b&gt; us</description> | /feed/description | About us
            rss | <dc:description>About</dc:description> | /feed/description | About
            rss | <itunes:summary>About</itunes:summary> | /feed/description | About
            rss | <language>fi-FI</language> | /feed/language | fi-FI
            rss | <dc:language>sv</dc:language> | /feed/language | sv
            rss | <copyright>© 2026 City</copyright> | /feed/rights | © 2026 City
            rss | <dc:rights>City</dc:rights> | /feed/rights | City
            rss | <managingEditor>e@e.org (Essi Esimerkki)</managingEditor> | /feed/author | Essi Esimerkki
            rss | <managingEditor>Essi &lt;e@e.org&gt;</managingEditor> | /feed/author | Essi
            rss | <managingEditor>e@e.org</managingEditor> | /feed/author | e@e.org
            rss | <dc:creator>Essi</dc:creator> | /feed/author | Essi
            rss | <itunes:author>Essi</itunes:author> | /feed/author | Essi
            rss | <lastBuildDate>Wed, 02 Sep 2026 10:15:00 GMT</lastBuildDate> | /feed/updated | 2026-09-02T10:15:00Z
            rss | <pubDate>02 Sep 2026 10:15 GMT</pubDate> | /feed/updated | 2026-09-02T10:15:00Z
            rss | <pubDate>01 Jan 2026 00:00 GMT</pubDate><lastBuildDate>02 Sep 2026 10:15 GMT</lastBuildDate> | /feed/updated | 2026-09-02T10:15:00Z
            rss | <dc:date>2026-09-02T10:15Z</dc:date> | /feed/updated | 2026-09-02T10:15:00Z
            rss | <a:updated>2026-09-02T10:15:00Z</a:updated> | /feed/updated | 2026-09-02T10:15:00Z
            rss | <lastBuildDate>yesterday</lastBuildDate> | /feed/updated |
            rss item | <title>News</title> | /releases/0/title | News
            rss item | <title>5 &lt; 6</title> | /releases/0/title | 5 < 6
            rss item | <title>&lt;i&gt;News&lt;/i&gt;</title> | /releases/0/title | News
            rss item | <title><![CDATA[A & B]]></title> | /releases/0/title | A & B
            rss item | <title><![CDATA[A &amp; B]]></title> | /releases/0/title | A & B
            rss item | <title>N&#228;yttely</title> | /releases/0/title | Näyttely
            rss item | <title>List&lt;String></title> | /releases/0/title | List<String>
            rss item | <m:title>M</m:title><title>News</title> | /releases/0/title | News
            rss item | <title/><dc:title>News</dc:title> | /releases/0/title | News
            rss item | <x:title>X</x:title><title>News</title> | /releases/0/title | News
            rss item | <title xmlns='http://purl.org/dc/elements/1.1/'>News</title> | /releases/0/title | News
            rss item | <link>http://e.org/1</link> | /releases/0/link | http://e.org/1
            rss item | <link> http://e.org/a b </link> | /releases/0/link | http://e.org/a%20b
            rss item | <link>http://e.org/?a=1&amp;copy=2</link> | /releases/0/link | http://e.org/?a=1&copy=2
            rss item | <link>1?a=b</link> | /releases/0/link | http://example.org/dir/1?a=b
            rss item | <link>//e.org/1</link> | /releases/0/link | http://e.org/1
            rss item | <link xml:base='http://b.org/x/'>1</link> | /releases/0/link | http://b.org/x/1
            rss item | <guid>http://e.org/1</guid> | /releases/0/link | http://e.org/1
            rss item | <guid isPermaLink='true'>http://e.org/1</guid> | /releases/0/link | http://e.org/1
            rss item | <guid isPermaLink='false'>http://e.org/1</guid> | /releases/0/link |
            rss item | <guid>abc</guid> | /releases/0/link |
            rss item | <guid>http://e.org/g</guid><link>http://e.org/1</link> | /releases/0/link | http://e.org/1
            rss item | <link>http://f.org/1</link><fb:origLink>http://e.org/1</fb:origLink> | /releases/0/link | http://e.org/1
            rss item | <a:link href='http://e.org/1'/> | /releases/0/link | http://e.org/1
            rss item | <a:link rel='self' href='http://e.org/s'/><link>http://e.org/1</link> | /releases/0/link | http://e.org/1
            rss item | <guid>abc</guid> | /releases/0/id | abc
            rss item | <guid isPermaLink='false'> abc </guid> | /releases/0/id | abc
            rss item | <a:id>abc</a:id> | /releases/0/id | abc
            rss item | <dc:identifier>abc</dc:identifier> | /releases/0/id | abc
            rss item | <link>http://e.org/1</link> | /releases/0/id | http://e.org/1
            rss item | <description>Text</description> | /releases/0/summary | Text
            rss item | <description>&lt;p&gt;Text&lt;/p&gt;</description> | /releases/0/summary | Text
            rss item | <description>&lt;p&gt;Text&lt;/p&gt;</description> | /releases/0/content_html | <p>Text</p>
            rss item | <description>S</description><content:encoded>&lt;p&gt;T&lt;/p&gt;</content:encoded> | /releases/0/content_html | <p>T</p>
            rss item | <content:encoded>&lt;p&gt;T&lt;/p&gt;</content:encoded><description>S</description> | /releases/0/summary | S
            rss item | <content:encoded/><description>S</description> | /releases/0/content_html | S
            rss item | <description>S</description><body xmlns='http://www.w3.org/1999/xhtml'><p>T</p></body> | /releases/0/content_html | <p>T</p>
            rss item | <description><p>In<b>line</b></p></description> | /releases/0/content_html | <p>In<b>line</b></p>
            rss item | <description>&lt;a href="../x">x&lt;/a></description> | /releases/0/content_html | <a href="http://example.org/x">x</a>
            rss item | <description>&lt;img src="x.png" srcset="a.png 1x, /b.png 2x"></description> | /releases/0/content_html | <img src="http://example.org/dir/x.png" srcset="http://example.org/dir/a.png 1x, http://example.org/b.png 2x">
            rss item | <description>&lt;blockquote cite="q">x&lt;/blockquote></description> | /releases/0/content_html | <blockquote cite="http://example.org/dir/q">x</blockquote>
            rss item | <description>&lt;base href="http://b.org/">&lt;a href="x">x&lt;/a></description> | /releases/0/content_html | <base href="http://b.org/"><a href="http://b.org/x">x</a>
            rss item | <description>a &lt;iframe src="x"/> b &lt;p>c&lt;/p></description> | /releases/0/content_html | a <iframe src="http://example.org/dir/x"></iframe> b <p>c</p>
            rss item | <description>a &lt;iframe src="x"> b</description> | /releases/0/content_html | a <iframe src="http://example.org/dir/x"></iframe> b
            rss item | <description>a &lt;IFRAME src="x">&lt;/iframe> b &lt;iframe> c</description> | /releases/0/content_html | a <iframe src="http://example.org/dir/x"></iframe> b <iframe></iframe> c
            rss item | <description>a &lt;script src="x"/> b &lt;textarea /> c</description> | /releases/0/content_html | a <script src="http://example.org/dir/x"></script> b <textarea></textarea> c
            rss item | <description>safe&lt;embed src="x"> text</description> | /releases/0/summary | safe text
            rss item | <description>&lt;math>&lt;mi>x&lt;/mi>&lt;/math></description> | /releases/0/summary | x
            rss item | <content:encoded>List&lt;String> of</content:encoded> | /releases/0/content_html | List<string> of</string>
            rss item | <itunes:subtitle>S</itunes:subtitle> | /releases/0/summary | S
            rss item | <g:description xmlns:g='http://www.google.com/schemas/play-podcasts/1.0'>S</g:description> | /releases/0/summary | S
            rss item | <g:author xmlns:g='http://www.google.com/schemas/play-podcasts/1.0'>Essi</g:author> | /releases/0/author | Essi
            rss item | <m:peerLink type='x/t' href=' http://e.org/t '/> | /releases/0/enclosures | [{"url":"http://e.org/t","type":"x/t","length":0}]
            rss item | <link>www.e.org/1</link> | /releases/0/link | http://www.e.org/1
            rss item | <link>www.e.org:8080/1</link> | /releases/0/link | http://www.e.org:8080/1
            rss item | <link>WWW.e.org</link> | /releases/0/link | http://WWW.e.org
            rss item | <link>example.org/1</link> | /releases/0/link | http://example.org/1
            rss item | <link>uutiset.example.org?id=1</link> | /releases/0/link | http://uutiset.example.org?id=1
            rss item | <link>e.org/1</link> | /releases/0/link | http://example.org/dir/e.org/1
            rss item | <link>example.org.html</link> | /releases/0/link | http://example.org/dir/example.org.html
            rss item | <link>tiedote.html</link> | /releases/0/link | http://example.org/dir/tiedote.html
            rss item | <link>www.php</link> | /releases/0/link | http://example.org/dir/www.php
            rss item | <guid>www.e.org/1</guid> | /releases/0/link | http://www.e.org/1
            rss item | <guid>example.org/1</guid> | /releases/0/link | http://example.org/1
            rss item | <guid>e.org/1</guid> | /releases/0/link |
            rss item | <enclosure url='www.e.org/a.mp3'/> | /releases/0/enclosures/0/url | http://www.e.org/a.mp3
            atom item | <link href='www.e.org/1'/> | /releases/0/link | http://www.e.org/1
            rss item | <author>e@e.org (Essi Esimerkki)</author> | /releases/0/author | Essi Esimerkki
            rss item | <author>Essi Esimerkki (e@e.org)</author> | /releases/0/author | Essi Esimerkki
            rss item | <author>"Essi" &lt;e@e.org&gt;</author> | /releases/0/author | Essi
            rss item | <author>Essi</author> | /releases/0/author | Essi
            rss item | <author>e@e.org</author> | /releases/0/author | e@e.org
            rss item | <author>e@e.org</author><dc:creator>Essi</dc:creator> | /releases/0/author | Essi
            rss item | <dc:creator>Essi</dc:creator><dc:creator>Olli</dc:creator> | /releases/0/author | Essi, Olli
            rss item | <a:author><a:name>Essi</a:name></a:author> | /releases/0/author | Essi
            rss item | <itunes:author>Essi</itunes:author> | /releases/0/author | Essi
            rss item | <pubDate>Wed, 02 Sep 2026 10:15:00 GMT</pubDate> | /releases/0/published | 2026-09-02T10:15:00Z
            rss item | <dc:date>2026-09-02T10:15:00Z</dc:date> | /releases/0/published | 2026-09-02T10:15:00Z
            rss item | <t:issued>2026-09-02T10:15:00Z</t:issued> | /releases/0/published | 2026-09-02T10:15:00Z
            rss item | <t:modified>2026-09-02T10:15:00Z</t:modified> | /releases/0/updated | 2026-09-02T10:15:00Z
            rss item | <a:updated>2026-09-02T10:15:00Z</a:updated> | /releases/0/updated | 2026-09-02T10:15:00Z
            rss item | <pubDate>32 Feb 2026</pubDate> | /releases/0/published |
            rss item | <pubDate>32 Feb 2026</pubDate><dc:date>2026-09-02</dc:date> | /releases/0/published | 2026-09-02T00:00:00Z
            rss item | <category>a</category><category domain='d'>b</category><dc:subject>c</dc:subject> | /releases/0/categories | ["a","b","c"]
            rss item | <category>a</category><category> a </category><category/> | /releases/0/categories | ["a"]
            rss item | <itunes:keywords>a, b</itunes:keywords> | /releases/0/categories | ["a","b"]
            rss item | <m:keywords>a, b</m:keywords> | /releases/0/categories | ["a","b"]
            rss item | <enclosure url='http://e.org/a.mp3' length='7' type='audio/mpeg'/> | /releases/0/enclosures | [{"url":"http://e.org/a.mp3","type":"audio/mpeg","length":7}]
            rss item | <enclosure url='/a.mp3' length='' type=''/> | /releases/0/enclosures | [{"url":"http://example.org/a.mp3","type":"","length":0}]
            rss item | <enclosure url=''/> | /releases/0/enclosures | []
            rss item | <m:content url='http://e.org/a.jpg' fileSize='7' type='image/jpeg'/> | /releases/0/enclosures/0/length | 7
            rss item | <m:group><m:content url='http://e.org/a.jpg'/></m:group> | /releases/0/enclosures/0/url | http://e.org/a.jpg
            rss item | <m:thumbnail url='http://e.org/a.jpg'/> | /releases/0/enclosures/0/url | http://e.org/a.jpg
            rss item | <enclosure url='http://e.org/a'/><m:content url='http://e.org/a'/> | /releases/0/enclosures/1 |
            rss item | <dc:language>sv-FI</dc:language> | /releases/0/language | sv-FI
            rss item | <title>Näyttely on auki ja se on ilmainen</title> | /releases/0/language | fi
            rss item | <title>Utställningen är öppen och det är gratis</title> | /releases/0/language | sv
            rss item | <title>The exhibition is open and it is free</title> | /releases/0/language | en
            rdf | <channel rdf:about='http://e.org/f'><title>F</title><link>http://e.org/</link></channel> | /feed/id | http://e.org/f
            rdf | <channel><title>F</title></channel><image><title>I</title></image> | /feed/title | F
            rdf | <channel><title>F</title><dc:date>2026-09-02</dc:date></channel> | /feed/updated | 2026-09-02T00:00:00Z
            rdf | <channel/><item rdf:about='http://e.org/1'><title>T</title></item> | /releases/0/id | http://e.org/1
            rdf | <channel/><item rdf:about='http://e.org/1'><title>T</title></item> | /releases/0/link | http://e.org/1
            rdf | <channel/><item><title>T</title></item><item><title>U</title></item> | /releases/1/title | U
            rdf | <channel><items><rdf:Seq><rdf:li resource='x'/></rdf:Seq></items></channel> | /releases | []
            atom | <title>News</title> | /feed/title | News
            atom | <title type='html'>A &amp;amp; &lt;b&gt;B&lt;/b&gt;</title> | /feed/title | A & B
            atom | <title type='text'>&lt;b&gt;B&lt;/b&gt;</title> | /feed/title | <b>B</b>
            atom | <title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>A <b>B</b></div></title> | /feed/title | A B
            atom | <subtitle>About</subtitle> | /feed/description | About
            atom | <id>urn:f</id> | /feed/id | urn:f
            atom | <link rel='self' href='http://e.org/f'/><link href='http://e.org/'/> | /feed/link | http://e.org/
            atom | <link rel='alternate' type='application/json' href='http://e.org/j'/><link rel='alternate' type='text/html' href='http://e.org/'/> | /feed/link | http://e.org/
            atom | <link rel='self' href='http://e.org/f'/> | /feed/link |
            atom | <rights>City</rights> | /feed/rights | City
            atom | <author><name>Essi</name><email>e@e.org</email></author> | /feed/author | Essi
            atom | <author><email>e@e.org</email></author> | /feed/author | e@e.org
            atom | <updated>2026-09-02T13:15:00.5+03:00</updated> | /feed/updated | 2026-09-02T10:15:00.500Z
            atom | <author><name>Essi</name></author><entry/> | /releases/0/author | Essi
            atom | <author><name>Essi</name></author><entry><source><author><name>Olli</name></author></source></entry> | /releases/0/author | Olli
            atom item | <id>urn:1</id> | /releases/0/id | urn:1
            atom item | <title>News</title><source><title>Other</title></source> | /releases/0/title | News
            atom item | <link href='http://e.org/1'/> | /releases/0/link | http://e.org/1
            atom item | <link rel='related' href='http://e.org/r'/><link rel='alternate' href='1'/> | /releases/0/link | http://example.org/dir/1
            atom item | <link xml:base='http://b.org/x/' href='../1'/> | /releases/0/link | http://b.org/1
            atom item | <content type='html'>&lt;p&gt;T&lt;/p&gt;</content> | /releases/0/content_html | <p>T</p>
            atom item | <content type='text'>a &lt; b</content> | /releases/0/content_html | a &lt; b
            atom item | <content type='text'>About the &lt;blink&gt; tag</content> | /releases/0/content_html | About the &lt;blink&gt; tag
            atom item | <content>One&lt;br>two</content> | /releases/0/content_html | One<br>two
            atom item | <summary>&lt;b>B&lt;/b></summary> | /releases/0/summary | B
            atom | <rights>&lt;b>B&lt;/b></rights> | /feed/rights | <b>B</b>
            atom item | <content>5 &amp; 6</content> | /releases/0/content_html | 5 &amp; 6
            atom item | <content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>T &lt;<br/></p></div></content> | /releases/0/content_html | <div><p>T &lt;<br></p></div>
            atom item | <content type='xhtml'><h:div xmlns:h='http://www.w3.org/1999/xhtml'><h:b>T</h:b></h:div></content> | /releases/0/content_html | <div><b>T</b></div>
            atom item | <content type='xhtml' xml:base='http://b.org/x/'><div><a href='y'>T</a></div></content> | /releases/0/content_html | <div><a href="http://b.org/x/y">T</a></div>
            atom item | <content src='http://e.org/c' type='text/html'/> | /releases/0/link | http://e.org/c
            atom item | <content src='/c'/><summary>S</summary> | /releases/0/content_html | S
            atom item | <summary>S</summary><content>T</content> | /releases/0/summary | S
            atom item | <summary type='html'>&lt;b&gt;S&lt;/b&gt;</summary> | /releases/0/summary | S
            atom item | <content type='text/html'>&lt;b&gt;S&lt;/b&gt;</content> | /releases/0/content_html | <b>S</b>
            atom item | <published>2026-09-02T10:15:00Z</published> | /releases/0/published | 2026-09-02T10:15:00Z
            atom item | <updated>2026-09-02T10:15:00Z</updated> | /releases/0/updated | 2026-09-02T10:15:00Z
            atom item | <category term='a' label='A' scheme='s'/><category label='B'/> | /releases/0/categories | ["a","B"]
            atom item | <author><name>Essi</name></author><author><name>Olli</name></author> | /releases/0/author | Essi, Olli
            atom item | <link rel='enclosure' href='http://e.org/a' type='audio/mpeg' length='7'/> | /releases/0/enclosures | [{"url":"http://e.org/a","type":"audio/mpeg","length":7}]
            atom03 | <tagline>About</tagline><modified>2026-09-02T10:15:00Z</modified> | /feed/description | About
            atom03 | <copyright>City</copyright> | /feed/rights | City
            atom03 | <modified>2026-09-02T10:15:00Z</modified> | /feed/updated | 2026-09-02T10:15:00Z
            atom03 item | <title mode='escaped' type='text/html'>A &amp;amp; B</title> | /releases/0/title | A & B
            atom03 item | <title mode='base64' type='text/html'>PGI+TsOkPC9iPg==</title> | /releases/0/title | Nä
            atom03 item | <title mode='xml'><div xmlns='http://www.w3.org/1999/xhtml'>A <b>B</b></div></title> | /releases/0/title | A B
            atom03 item | <content type='application/xhtml+xml'><div><b>T</b></div></content> | /releases/0/content_html | <div><b>T</b></div>
            atom03 item | <issued>2026-09-02T10:15:00Z</issued> | /releases/0/published | 2026-09-02T10:15:00Z
            atom03 item | <modified>2026-09-02T10:15:00Z</modified> | /releases/0/updated | 2026-09-02T10:15:00Z
            json | 'title':'News' | /feed/title | News
            json | 'home_page_url':'http://e.org/' | /feed/link | http://e.org/
            json | 'language':'fi' | /feed/language | fi
            json | 'description':'About' | /feed/description | About
            json | 'authors':[{'name':'Essi'},{'name':'Olli'}] | /feed/author | Essi, Olli
            json | 'author':{'url':'http://e.org/essi'} | /feed/author | http://e.org/essi
            json item | 'id':1 | /releases/0/id | 1
            json item | 'url':'/1' | /releases/0/link | http://example.org/1
            json item | 'external_url':'http://e.org/1' | /releases/0/link | http://e.org/1
            json item | 'title':'A & B' | /releases/0/title | A & B
            json item | 'summary':'S' | /releases/0/summary | S
            json item | 'content_html':'<p>T</p>','content_text':'U' | /releases/0/content_html | <p>T</p>
            json item | 'content_text':'a < b' | /releases/0/content_html | <p>a &lt; b</p>
            json item | 'date_published':'2026-09-02T13:15:00+03:00' | /releases/0/published | 2026-09-02T10:15:00Z
            json item | 'date_modified':'2026-09-02T13:15:00+03:00' | /releases/0/updated | 2026-09-02T10:15:00Z
            json item | 'tags':['a','b'] | /releases/0/categories | ["a","b"]
            json item | 'author':{'name':'Essi'} | /releases/0/author | Essi
            json item | 'attachments':[{'url':'a.mp3','mime_type':'audio/mpeg','size_in_bytes':7}] | /releases/0/enclosures | [{"url":"http://example.org/dir/a.mp3","type":"audio/mpeg","length":7}]
            bare | <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel><title>F</title></channel><item><title>T</title></item></rdf:RDF> | /releases/0/title | T
            bare | <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:r='http://purl.org/rss/1.0/'><r:channel><r:title>F</r:title></r:channel></rdf:RDF> | /feed/title | F
            bare | <rss version='0.91' xmlns='http://backend.userland.com/rss'><channel><title>F</title></channel></rss> | /feed/title | F
            bare | <rss xmlns='http://example.org/whatever'><channel><item><title>T</title></item></channel></rss> | /releases/0/title | T
            bare | <rss xmlns='http://www.w3.org/2005/Atom'><channel><item><title>T</title></item></channel></rss> | /releases/0/title | T
            bare | <feed><title>F</title><entry><title>T</title></entry></feed> | /releases/0/title | T
            bare | <a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>T</a:title></a:entry></a:feed> | /releases/0/title | T
            bare | <entry xmlns='http://www.w3.org/2005/Atom'><title>T</title></entry> | /releases/0/title | T
            bare | <RSS><CHANNEL><TITLE>F</TITLE><ITEM><TITLE>T</TITLE><PUBDATE>2 Sep 2026</PUBDATE></ITEM></CHANNEL></RSS> | /releases/0/published | 2026-09-02T00:00:00Z
            bare | <CHANNEL HREF='http://e.org/'><TITLE>F</TITLE><ITEM HREF='http://e.org/1'><TITLE>T</TITLE><ABSTRACT>S</ABSTRACT></ITEM></CHANNEL> | /releases/0/link | http://e.org/1
            bare | <feed xml:base='http://b.org/x/' xml:lang='fi'><entry xml:base='y/'><link href='1'/></entry></feed> | /releases/0/link | http://b.org/x/y/1
            bare | <feed xml:lang='fi'><title>F</title></feed> | /feed/language | fi
            bare | <feed><entry xml:lang='sv'/></feed> | /releases/0/language | sv
            bare | <!-- c --><?xml-stylesheet href='x'?><rss><channel><title>F</title></channel></rss> | /kind | rss
            bare | <feed/> | /kind | atom
            rss | <language>fi_FI</language> | /feed/language | fi-FI
            json item | 'language':'sv_FI' | /releases/0/language | sv-FI
            rss item | <summary>S</summary><description>T</description> | /releases/0/content_html | T
            rss item | <description>T</description><summary>S</summary> | /releases/0/summary | S
            rss item | <itunes:category text='A'><itunes:category text='B'/></itunes:category> | /releases/0/categories | ["A","B"]
            bare | <CHANNEL LASTMOD='2026-09-02T10:15Z'/> | /feed/updated | 2026-09-02T10:15:00Z
            atom item | <content type='application/octet-stream'>VWxvcyA8Yj5vdmVzdGE8L2I+</content> | /releases/0/content_html | Ulos <b>ovesta</b>
            atom item | <content type='application/octet-stream'>//79/Pv6</content> | /releases/0/content_html |
            atom item | <content type='image/png'>VWxvcw==</content> | /releases/0/content_html |
            atom item | <content type='application/json'>{"a": 1}</content> | /releases/0/content_html | {"a": 1}
            atom item | <title type='application/x-own'>T</title> | /releases/0/title | T
            atom | <title type='application/octet-stream'>TsOkeXR0ZWx5</title> | /feed/title | Näyttely
            rss item | <guid isPermaLink='true'>/p/1</guid> | /releases/0/link | http://example.org/p/1
            rss item | <author>Essi Esimerkki, e@e.org</author> | /releases/0/author | Essi Esimerkki
            rss item | <author>(Essi Esimerkki) e@e.org</author> | /releases/0/author | Essi Esimerkki
            rss item | <author>Essi &lt;&gt;</author> | /releases/0/author | Essi
            rss item | <author>mailto:e@e.org (Essi)</author> | /releases/0/author | Essi
            atom03 item | <content type='multipart/alternative'><content type='text/plain'>p</content><content type='text/html' mode='escaped'>&lt;b>h&lt;/b></content></content> | /releases/0/content_html | <b>h</b>
            rss | <webMaster>w@e.org (Wille)</webMaster> | /feed/author | Wille
            rss | <webMaster>w@e.org (Wille)</webMaster><managingEditor>m@e.org (Minna)</managingEditor> | /feed/author | Minna
            rss | <itunes:owner><itunes:name>Essi</itunes:name><itunes:email>e@e.org</itunes:email></itunes:owner> | /feed/author | Essi
            rss item | <category><![CDATA[Kadut &amp; tiet]]></category> | /releases/0/categories | ["Kadut & tiet"]
            rss item | <category>A &lt; B</category> | /releases/0/categories | ["A < B"]
            rss item | <author>&lt;e@e.org&gt; Essi Esimerkki</author> | /releases/0/author | Essi Esimerkki
            rss item | <author>e@e.org Essi Esimerkki</author> | /releases/0/author | Essi Esimerkki
            rss item | <enclosure url='a' length='1,234,567'/> | /releases/0/enclosures/0/length | 1234567
            rss item | <enclosure url='a' length='-5'/> | /releases/0/enclosures/0/length | 0
            rss item | <enclosure url='http://e.org/1'/><enclosure url='http://e.org/2'/> | /releases/0/enclosures/1/url | http://e.org/2
            rss item | <m:content url='http://e.org/m'/><enclosure url='http://e.org/e'/> | /releases/0/enclosures/0/url | http://e.org/e
            rss item | <enclosure url='JavaScript:alert(1)'/> | /releases/0/enclosures | []
            rss item | <link>javascript:alert(1)</link> | /releases/0/link |
            rss item | <guid isPermaLink='true'>vbscript:x</guid> | /releases/0/link |
            atom item | <link href=' javascript:alert(1)'/> | /releases/0/link |
            atom item | <link rel='http://www.iana.org/assignments/relation/enclosure' href='http://e.org/a'/> | /releases/0/enclosures/0/url | http://e.org/a
            atom item | <link rel='http://www.iana.org/assignments/relation/alternate' href='http://e.org/a'/> | /releases/0/link | http://e.org/a
            atom item | <contributor><name>Essi</name></contributor> | /releases/0/author |
            atom item | <author><name>E &amp; F</name></author> | /releases/0/author | E & F
            atom | <title>A &amp;amp; B</title> | /feed/title | A &amp; B
            json item | 'id':1.5 | /releases/0/id | 1.5
            json item | 'id':null,'url':'http://e.org/1' | /releases/0/id | http://e.org/1
            json item | 'id':'1','tags':'a','authors':'Essi' | /releases/0/author | Essi
            json item | 'id':'1','tags':'a' | /releases/0/categories | ["a"]
            json item | 'id':'1','authors':{'name':'Essi','url':'http://e.org'} | /releases/0/author | Essi
            json item | 'id':'1','author':[{'name':'Essi'}] | /releases/0/author | Essi
            json item | 'id':'1','tags':{'a':1},'authors':7,'attachments':'x' | /releases/0/enclosures | []
            json item | 'id':'1','attachments':{'url':'http://e.org/x'} | /releases/0/enclosures/0/url | http://e.org/x
            json item | 'id':'1','url':'www.e.org/1' | /releases/0/link | http://www.e.org/1
            json | 'home_page_url':'example.org' | /feed/link | http://example.org
            bare | {"items": {"title": "T"}} | /releases/0/title | T
            bare | {"items": {"title": "T", "tags": ["a", {"b": [1, 2]}]}, "title": "F"} | /feed/title | F
            json item | 'id':'1','attachments':[{'url':'javascript:x'}] | /releases/0/enclosures | []
            bare | <CHANNEL><ITEM HREF='http://e.org/1' LASTMOD='2026.09.02T10:15+0000'/></CHANNEL> | /releases/0/published | 2026-09-02T10:15:00Z
            rss item | <g:title xmlns:g='http://www.georss.org/georss'>G</g:title><title>T</title> | /releases/0/title | T
            rss item | <v:title xmlns:v='http://video.search.yahoo.com/mrss'>V</v:title><title>T</title> | /releases/0/title | T
            rss item | <r:title xmlns:r='http://backend.userland.com/rss2'>T</r:title> | /releases/0/title | T
            rss item | <dc:title>T</dc:title><dc:date>2026-09-02</dc:date><slash:comments>3</slash:comments> | /releases/0/updated | 2026-09-02T00:00:00Z
            rss item | <description>&lt;p>Ilmoitus.&lt;/p>&lt;h3>Lisätietoja&lt;/h3>&lt;p>rehtori Riikka Koelma, puh. 040 000 0001&lt;/p></description> | /releases/0/contacts/0/name | Riikka Koelma
            rss item | <description>&lt;p>Ilmoitus.&lt;/p>&lt;p>Lisätietoja:&lt;br>rehtori Riikka Koelma, puh. 040 000 0001&lt;/p></description> | /releases/0/content_html | <p>Ilmoitus.</p>
            rss item | <description>&lt;p>More information is there.&lt;/p></description> | /releases/0/content_html | <p>More information is there.</p>
            """;

    @ParameterizedTest
    @MethodSource("rows")
    void everyFieldIsFoundWhereItsFormatPutsIt(String frame, String written, String field, String meant) {
        var text = FRAMES.getOrDefault(frame, "%s").formatted(written);
        var json = frame.startsWith("json") ? text.replace('\'', '"') : text;

        assertThat(value(json, field)).isEqualTo(meant);
    }

    static Stream<Object[]> rows() {
        return Stream.of(TABLE.split("\\n(?=rss|rdf|atom|json|bare)")).map(row -> {
            var cells = row.strip().split(" \\|(?: |$)", -1);
            return new Object[] {cells[0], cells[1], cells[2], cells[3].strip()};
        });
    }

    private static String value(String text, String field) {
        var origin = new Origin(Texts.origin("http://example.org/dir/feed", "").url(), "", null, null);
        var reading = Parser.read(text.getBytes(StandardCharsets.UTF_8), origin);
        JsonNode printed = JsonMapper.shared().valueToTree(Inspection.of("f", reading, true));
        var node = printed.at(field);
        return node.isContainer() ? node.toString() : node.asString("");
    }
}
