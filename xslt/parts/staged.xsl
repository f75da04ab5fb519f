<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    The text after a stage: as it is read, but with the acts of that stage marked. A sign is on the page if it was written by
    then and not struck before; if it was struck in this very stage, it stands in a del.
  -->

  <!-- Whether an act keeps its words off the page of a stage: not written yet, or struck, and nothing of that happened now. -->
  <xsl:function name="f:hides" as="xs:boolean">
    <xsl:param name="act" as="element()"/>
    <xsl:param name="turns" as="xs:integer+"/>
    <xsl:param name="stage" as="xs:integer"/>
    <xsl:sequence select="not($turns = $stage) and (f:is-done($turns, $stage) eq f:strikes($act))"/>
  </xsl:function>

  <xsl:function name="f:is-done" as="xs:boolean">
    <xsl:param name="turns" as="xs:integer+"/>
    <xsl:param name="stage" as="xs:integer"/>
    <xsl:sequence select="count($turns[. le $stage]) mod 2 eq 1"/>
  </xsl:function>

  <!-- How an act of a stage is marked on its page, the outermost mark first; all is new in the first writing, and not marked. -->
  <xsl:function name="f:marks" as="xs:string*">
    <xsl:param name="act" as="element()"/>
    <xsl:param name="turns" as="xs:integer+"/>
    <xsl:param name="stage" as="xs:integer"/>
    <xsl:variable name="done" as="xs:boolean" select="f:is-done($turns, $stage)"/>
    <xsl:sequence select="
      if (not($turns = $stage)) then ()
      else if (f:strikes($act)) then (if ($done) then 'del' else 'restore')
      else if ($stage eq 1 and not($act/self::add or $act/self::addSpan)) then ()
      else ('ins'[$done or $turns[1] eq $stage], 'del'[not($done)])"/>
  </xsl:function>

  <xsl:function name="f:marked" as="node()*">
    <xsl:param name="act" as="element()"/>
    <xsl:param name="marks" as="xs:string*"/>
    <xsl:param name="content" as="node()*"/>
    <xsl:choose>
      <xsl:when test="empty($marks) or empty($content)"><xsl:sequence select="$content"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="restored" as="xs:boolean" select="$marks[1] eq 'restore'"/>
        <xsl:element name="{if ($restored) then 'span' else $marks[1]}" namespace="">
          <xsl:if test="$restored"><xsl:attribute name="class" select="'restore'"/></xsl:if>
          <xsl:sequence select="f:described-by(if ($restored) then (f:taken-back-by($act)[last()], $act)[1] else $act)"/>
          <xsl:sequence select="f:marked($act, tail($marks), $content)"/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A stretch of what was written or struck across blocks: by the acts in whose region it stands, and their marks. -->
  <xsl:function name="f:marked-text" as="node()?">
    <xsl:param name="acts" as="map(*)*"/>
    <xsl:param name="text" as="text()?"/>
    <xsl:sequence select="
      fold-right($acts, $text, function($act, $content) { f:marked($act('act'), $act('marks'), $content) })"/>
  </xsl:function>

  <!-- The same for all texts in the regions of these acts, by generated id. -->
  <xsl:function name="f:marked-texts" as="map(xs:string, map(*)*)">
    <xsl:param name="acts" as="element()*"/>
    <xsl:param name="marks" as="map(*)"/>
    <xsl:param name="spanned" as="map(*)"/>
    <xsl:param name="of" as="node()"/>
    <xsl:variable name="blocks" as="element()*" select="$acts[not(@spanTo or self::add or self::del)]"/>
    <xsl:variable name="spans" as="element()*" select="$acts[@spanTo]"/>
    <xsl:variable name="texts" as="text()*" select="
      $blocks//text() | (if (empty($spans)) then () else f:written($of)//text()[$spanned(generate-id(.)) intersect $spans])"/>
    <xsl:sequence select="map:merge(
      $texts[normalize-space() or f:is-in-block(.)] ! map:entry(generate-id(.),
        ((ancestor::* intersect $blocks) | ($spanned(generate-id(.)) intersect $spans))
        ! map { 'act': ., 'marks': $marks(generate-id(.)) }))"/>
  </xsl:function>

  <xsl:template match="del | add" mode="part:final" priority="6" as="node()*">
    <xsl:param name="marks" as="map(*)" tunnel="yes" select="map {}"/>
    <xsl:variable name="content" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:sequence select="f:marked(., $marks(generate-id(.)), $content)"/>
  </xsl:template>

  <!-- Passages that are to be read in another order: nothing is said of that before it was wanted; in the stage in which it was, they are marked where they are read now. -->
  <xsl:template match="seg[@type = 'transposed']" mode="part:final" priority="1.5" as="element()">
    <xsl:param name="still-in-place" as="map(*)" tunnel="yes" select="map {}"/>
    <xsl:param name="newly-moved" as="map(*)" tunnel="yes" select="map {}"/>
    <xsl:choose>
      <xsl:when test="map:contains($still-in-place, generate-id(.))">
        <span><xsl:sequence select="f:id(.)"/><xsl:apply-templates mode="#current"/></span>
      </xsl:when>
      <xsl:when test="map:contains($newly-moved, generate-id(.))"><span class="moved"><xsl:next-match/></span></xsl:when>
      <xsl:otherwise><xsl:next-match/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:transform>
