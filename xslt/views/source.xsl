<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all"
  default-mode="view:source">

  <!--
    The TEI as it is published, sign for sign, with its lines numbered: #L7 is the seventh, #ID the element with
    that id. What is not in the file, numbers and colours, is left to CSS, so that a copied passage is the file's.
  -->
  <xsl:template match="/" as="element(Q{}html)">
    <xsl:variable name="lines" as="xs:string+" select="tokenize($source, '\r\n?|\n')"/>
    <xsl:variable name="plain" as="xs:boolean" select="string-length($source) gt $plain-from or contains($source, $mark)"/>
    <xsl:variable name="passages" as="element()*" select="if ($plain) then () else f:passages(/)"/>
    <xsl:call-template name="part:page">
      <xsl:with-param name="view" select="'source'"/>
      <xsl:with-param name="notice" as="element(Q{}p)">
        <p class="notice">
          <xsl:sequence select="f:say-nodes(if ($plain) then 'source-plain' else 'source-notice', map { 'file': f:file-link() })"/>
        </p>
      </xsl:with-param>
      <xsl:with-param name="before" as="element(Q{}div)?">
        <xsl:if test="exists($passages)">
          <xsl:call-template name="part:passages">
            <xsl:with-param name="passages" select="$passages"/>
            <xsl:with-param name="lines" select="f:lines-of-ids($lines)"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:with-param>
      <xsl:with-param name="sheet" as="element(Q{}pre)">
        <pre class="source" id="text" dir="ltr" lang="zxx"><code>
          <xsl:choose>
            <xsl:when test="$plain">
              <xsl:for-each select="$lines">
                <xsl:if test="position() gt 1"><xsl:text>&#10;</xsl:text></xsl:if>
                <xsl:call-template name="part:line"><xsl:with-param name="n" select="position()"/></xsl:call-template>
                <xsl:value-of select="."/>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <xsl:call-template name="part:coloured">
                <xsl:with-param name="text" select="
                  string-join(for-each-pair($lines, 1 to count($lines), function($line, $n) { $mark || $n || $mark || $line }), '&#10;')"/>
                <xsl:with-param name="addresses" select="f:addresses($passages)"/>
              </xsl:call-template>
            </xsl:otherwise>
          </xsl:choose>
        </code></pre>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- So many characters are coloured in a second or two; what is longer is shown plainly. -->
  <xsl:variable name="plain-from" as="xs:integer" select="150000"/>

  <xsl:function name="f:file-link" as="element(Q{}a)">
    <a href="../tei/{$document-name}.xml" type="application/tei+xml"><xsl:value-of select="$document-name || '.xml'"/></a>
  </xsl:function>

  <!-- What is said of a line, before and after its number; asked for once, since a file has many. -->
  <xsl:variable name="line-words" as="xs:string" select="f:say('source-line')"/>
  <xsl:variable name="before-number" as="xs:string" select="substring-before($line-words, '{line}')"/>
  <xsl:variable name="after-number" as="xs:string" select="substring-after($line-words, '{line}')"/>

  <!-- The number of a line, which leads to the line itself. -->
  <xsl:template name="part:line" as="element(Q{}a)">
    <xsl:param name="n" as="xs:integer"/>
    <a class="line" id="L{$n}" href="#L{$n}" data-n="{$n}" aria-label="{$before-number}{$n}{$after-number}"></a>
  </xsl:template>

  <!-- Each line is given its number between two of these, which no text has: so no step has to count. -->
  <xsl:variable name="mark" as="xs:string" select="'&#xFDD0;'"/>
  <xsl:variable name="number" as="xs:string" select="$mark || '([0-9]+)' || $mark"/>

  <!-- Comments and the like; tags, by their names and the rest; numbers. Each begins with signs of its own. -->
  <xsl:variable name="markup" as="xs:string" select="string-join((
    '(&lt;!--.*?--&gt;|&lt;\?.*?\?&gt;|&lt;!\[CDATA\[.*?\]\]&gt;|&lt;!DOCTYPE(?:[^\[&gt;]|\[[^\]]*\])*&gt;)',
    '(&lt;/?)([^\s&lt;&gt;/!?]+)((?:&quot;[^&quot;]*&quot;|''[^'']*''|[^&quot;''&lt;&gt;])*&gt;)', $number), '|')"/>
  <xsl:variable name="ids" as="xs:string" select="'(\sxml:id\s*=\s*)(&quot;[^&quot;]*&quot;|''[^'']*'')|' || $number"/>

  <!-- Text is told from mark-up, and in mark-up the names of elements; more would take longer than the views of the text. -->
  <xsl:template name="part:coloured" as="node()*">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="addresses" as="map(*)"/>
    <xsl:analyze-string select="$text" regex="{$markup}" flags="s">
      <xsl:matching-substring>
        <xsl:choose>
          <xsl:when test="regex-group(5)">
            <xsl:call-template name="part:line"><xsl:with-param name="n" select="xs:integer(regex-group(5))"/></xsl:call-template>
          </xsl:when>
          <xsl:when test="regex-group(1)">
            <i>
              <xsl:call-template name="part:lines"><xsl:with-param name="text" select="."/></xsl:call-template>
            </i>
          </xsl:when>
          <xsl:when test="regex-group(2) eq '&lt;/'"><xsl:value-of select="."/></xsl:when>
          <xsl:otherwise>
            <xsl:text>&lt;</xsl:text>
            <b><xsl:value-of select="regex-group(3)"/></b>
            <xsl:call-template name="part:attributes">
              <xsl:with-param name="text" select="regex-group(4)"/>
              <xsl:with-param name="addresses" select="$addresses"/>
            </xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:matching-substring>
      <xsl:non-matching-substring>
        <xsl:choose>
          <xsl:when test="normalize-space()"><span><xsl:value-of select="."/></span></xsl:when>
          <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
        </xsl:choose>
      </xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:template>

  <!-- What follows the name in a tag; an id that a view shows leads there. -->
  <xsl:template name="part:attributes" as="node()*">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="addresses" as="map(*)"/>
    <xsl:choose>
      <xsl:when test="not(contains($text, 'xml:id') or contains($text, $mark))"><xsl:value-of select="$text"/></xsl:when>
      <xsl:otherwise>
        <xsl:analyze-string select="$text" regex="{$ids}">
          <xsl:matching-substring>
            <xsl:choose>
              <xsl:when test="regex-group(3)">
                <xsl:call-template name="part:line"><xsl:with-param name="n" select="xs:integer(regex-group(3))"/></xsl:call-template>
              </xsl:when>
              <xsl:otherwise>
                <xsl:variable name="id" as="xs:string" select="normalize-space(replace(regex-group(2), '[&quot;'']', ''))"/>
                <xsl:call-template name="part:lines"><xsl:with-param name="text" select="regex-group(1)"/></xsl:call-template>
                <xsl:element name="{if (map:contains($addresses, $id)) then 'a' else 'span'}" namespace="">
                  <xsl:attribute name="id" select="f:fragment($id)"/>
                  <xsl:if test="map:contains($addresses, $id)"><xsl:attribute name="href" select="$addresses($id)"/></xsl:if>
                  <xsl:value-of select="regex-group(2)"/>
                </xsl:element>
              </xsl:otherwise>
            </xsl:choose>
          </xsl:matching-substring>
          <xsl:non-matching-substring><xsl:value-of select="."/></xsl:non-matching-substring>
        </xsl:analyze-string>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A stretch of one kind, with the numbers of the lines that begin in it. -->
  <xsl:template name="part:lines" as="node()*">
    <xsl:param name="text" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="contains($text, $mark)">
        <xsl:analyze-string select="$text" regex="{$number}">
          <xsl:matching-substring>
            <xsl:call-template name="part:line"><xsl:with-param name="n" select="xs:integer(regex-group(1))"/></xsl:call-template>
          </xsl:matching-substring>
          <xsl:non-matching-substring><xsl:value-of select="."/></xsl:non-matching-substring>
        </xsl:analyze-string>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The blocks of the text that have an id, the innermost of them: what a reader would look for. -->
  <xsl:function name="f:passages" as="element()*">
    <xsl:param name="of" as="node()"/>
    <xsl:variable name="blocks" as="element()*" select="f:written($of)//*[@xml:id][not(self::label)][f:is-block(.)]"/>
    <xsl:sequence select="($blocks except $blocks/ancestor::*)
      [normalize-space()][empty(ancestor::*[self::note or self::app or self::figure or self::floatingText])]"/>
  </xsl:function>

  <!-- Where a view shows each passage: the reading view, or the diplomatic one where it is struck as a whole. -->
  <xsl:function name="f:addresses" as="map(xs:string, xs:string)">
    <xsl:param name="passages" as="element()*"/>
    <xsl:variable name="withheld" as="map(*)" select="
      if (empty($passages)) then map {} else f:withheld-in-reading(root($passages[1]), f:spanned(root($passages[1])))"/>
    <xsl:sequence select="map:merge($passages ! map:entry(string(@xml:id),
      (if (f:is-withheld(., $withheld)) then 'diplomatic.html#' else 'index.html#') || f:fragment(@xml:id)))"/>
  </xsl:function>

  <!-- The line in which each id is given. -->
  <xsl:function name="f:lines-of-ids" as="map(xs:string, xs:integer)">
    <xsl:param name="lines" as="xs:string+"/>
    <xsl:variable name="entries" as="map(*)*">
      <xsl:for-each select="$lines">
        <xsl:if test="contains(., 'xml:id')">
          <xsl:variable name="n" as="xs:integer" select="position()"/>
          <xsl:analyze-string select="." regex="\sxml:id\s*=\s*(&quot;([^&quot;]*)&quot;|'([^']*)')">
            <xsl:matching-substring>
              <xsl:sequence select="map:entry(normalize-space(regex-group(2) || regex-group(3)), $n)"/>
            </xsl:matching-substring>
          </xsl:analyze-string>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="map:merge($entries, map { 'duplicates': 'use-first' })"/>
  </xsl:function>

  <!-- From the text to its line: how each passage begins, and where it is encoded. -->
  <xsl:template name="part:passages" as="element(Q{}div)">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:param name="passages" as="element()+"/>
    <xsl:param name="lines" as="map(*)"/>
    <div class="passages">
      <details>
        <summary><xsl:value-of select="f:say('source-passages')"/></summary>
        <ol lang="{f:language(/)}" dir="{f:direction(f:language(/))}">
          <xsl:for-each select="$passages[map:contains($lines, @xml:id)]">
            <li>
              <a href="#{f:fragment(@xml:id)}">
                <span class="number"><xsl:value-of select="$lines(string(@xml:id))"/></span>
                <xsl:text> </xsl:text>
                <xsl:value-of select="f:beginning(.)"/>
              </a>
            </li>
          </xsl:for-each>
        </ol>
      </details>
    </div>
  </xsl:template>

  <xsl:function name="f:beginning" as="xs:string">
    <xsl:param name="passage" as="element()"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize(f:plain($passage))"/>
    <xsl:sequence select="string-join($words[position() le 9], ' ') || (if (count($words) gt 9) then ' …' else '')"/>
  </xsl:function>

</xsl:transform>
