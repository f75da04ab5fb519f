<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    What was deleted, added or damaged across blocks: a delSpan, addSpan or damageSpan, all that follows it,
    and an anchor. No element encloses that; so each stretch of text in it is marked by itself.
  -->

  <!--
    For each text and each empty element in such a region, by generated id, the spans that are open there,
    the outermost first. One walk through the text; none where the document has no spans.
  -->
  <xsl:function name="f:spanned" as="map(xs:string, element()*)">
    <xsl:param name="of" as="node()"/>
    <xsl:variable name="spans" as="element()*" select="f:written($of)//(delSpan | addSpan | damageSpan)"/>
    <xsl:variable name="entries" as="map(xs:string, element()*)*">
      <xsl:if test="exists($spans)">
        <xsl:iterate select="f:written($of)//(* | text())">
          <xsl:param name="open" as="element()*" select="()"/>
          <xsl:choose>
            <xsl:when test="self::delSpan or self::addSpan or self::damageSpan">
              <xsl:next-iteration>
                <xsl:with-param name="open" select="$open, .[f:pointed(@spanTo)[1] &gt;&gt; .]"/>
              </xsl:next-iteration>
            </xsl:when>
            <xsl:when test="empty($open)"/>
            <xsl:when test="self::*/@xml:id = $open ! f:pointers(@spanTo)">
              <xsl:variable name="ended" as="xs:string" select="@xml:id"/>
              <xsl:next-iteration>
                <xsl:with-param name="open" select="$open[not(f:pointers(@spanTo) = $ended)]"/>
              </xsl:next-iteration>
            </xsl:when>
            <xsl:when test="self::text() or f:is-leaf(.)">
              <xsl:sequence select="map:entry(generate-id(.), $open)"/>
            </xsl:when>
          </xsl:choose>
        </xsl:iterate>
      </xsl:if>
    </xsl:variable>
    <xsl:sequence select="map:merge($entries)"/>
  </xsl:function>

  <!-- Elements without text that a reader sees, and that go with the text in which they stand; page breaks stay. -->
  <xsl:function name="f:is-leaf" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node[self::gap or self::space or self::lb or self::graphic or self::figure
      or self::milestone or self::note])"/>
  </xsl:function>

  <xsl:template match="text()" mode="part:standing part:numbered" as="node()">
    <xsl:param name="spanned" as="map(*)" tunnel="yes" select="map {}"/>
    <xsl:variable name="spans" as="element()*" select="if (map:size($spanned) eq 0) then () else $spanned(generate-id(.))"/>
    <xsl:sequence select="if (exists($spans) and (normalize-space() or f:is-in-block(.))) then f:within($spans, .) else ."/>
  </xsl:template>

  <xsl:function name="f:within" as="node()">
    <xsl:param name="spans" as="element()*"/>
    <xsl:param name="text" as="text()"/>
    <xsl:variable name="span" as="element()?" select="$spans[1]"/>
    <xsl:choose>
      <xsl:when test="empty($span)"><xsl:sequence select="$text"/></xsl:when>
      <xsl:otherwise>
        <xsl:element name="{if ($span/self::delSpan) then 'del' else if ($span/self::addSpan) then 'ins' else 'span'}" namespace="">
          <xsl:attribute name="class" select="if ($span/self::damageSpan) then 'spanned damage' else 'spanned'"/>
          <xsl:sequence select="f:described-by($span)"/>
          <xsl:sequence select="f:within(tail($spans), $text)"/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Where a region begins and ends, CSS puts a sign. -->
  <xsl:template match="delSpan | addSpan | damageSpan" mode="part:standing part:numbered" as="element(Q{}span)">
    <span class="{local-name()}"><xsl:call-template name="part:described"/></span>
  </xsl:template>

  <xsl:template match="delSpan | addSpan | damageSpan" mode="part:final part:first" as="empty-sequence()"/>

  <xsl:template match="anchor" mode="part:final part:standing part:first part:numbered" as="element()+">
    <span>
      <xsl:variable name="begun" as="element()*" select="if (@xml:id) then key('part:span-ends', @xml:id, root()) else ()"/>
      <xsl:attribute name="class" select="string-join(('anchor', $begun[1] ! ('end-of-' || local-name())), ' ')"/>
      <xsl:call-template name="part:described"/>
    </span>
    <xsl:call-template name="part:marks-here"/>
  </xsl:template>

</xsl:transform>
