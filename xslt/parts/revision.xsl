<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Changes within a line, and what the writer said about the text by signs. -->

  <!-- As they stand on the page. -->
  <xsl:template match="del" mode="part:standing part:numbered" as="element(Q{}del)">
    <del><xsl:call-template name="part:described"/><xsl:apply-templates mode="#current"/></del>
  </xsl:template>

  <xsl:template match="add" mode="part:standing part:numbered" as="element(Q{}ins)">
    <ins><xsl:call-template name="part:described"/><xsl:apply-templates mode="#current"/></ins>
  </xsl:template>

  <xsl:template match="subst | restore | mod | metamark" mode="part:standing part:numbered" as="element(Q{}span)">
    <span class="{local-name()}"><xsl:call-template name="part:described"/><xsl:apply-templates mode="#current"/></span>
  </xsl:template>

  <!-- Where one of the states is withheld, the change itself has no sign. -->
  <xsl:template match="del | add | subst | restore | mod" mode="part:final part:first" as="node()*">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:template match="metamark" mode="part:final part:first" as="empty-sequence()"/>

  <xsl:template match="retrace" mode="part:standing part:first part:numbered part:final" as="element(Q{}span)">
    <span class="retrace"><xsl:call-template name="part:described"/><xsl:apply-templates mode="#current"/></span>
  </xsl:template>

  <!-- A join has no place of its own: its parts have. -->
  <xsl:template match="substJoin" mode="part:final part:standing part:first part:numbered" as="empty-sequence()"/>

  <!-- What was undone and done again is told by what is left; where the page is shown, undo and redo have no sign yet. -->
  <xsl:template match="undo[@target] | redo[@target]" mode="part:final part:first" as="empty-sequence()"/>

  <!-- The number of a change stands before it; of one whose parts stand apart, before each part. -->
  <xsl:template match="subst | add | del | delSpan | addSpan | retrace | seg[@type = 'transposed']" mode="part:numbered"
    priority="5" as="element()+">
    <xsl:param name="numbers" as="map(*)" tunnel="yes" select="map {}"/>
    <xsl:variable name="change" as="element()" select="f:change-of(.)"/>
    <xsl:variable name="n" as="xs:integer?" select="$numbers(generate-id($change))"/>
    <xsl:if test="exists($n)">
      <a class="change-mark">
        <xsl:if test="$change is ."><xsl:attribute name="id" select="'place-' || $n"/></xsl:if>
        <xsl:attribute name="href" select="'#change-' || $n"/>
        <xsl:attribute name="data-n" select="$n"/>
        <xsl:attribute name="aria-label" select="f:say('change-number', map { 'number': $n })"/>
        <xsl:sequence select="f:own-lang(.)"/>
      </a>
    </xsl:if>
    <xsl:next-match/>
  </xsl:template>

  <!-- The reading view has passages in the order that the writer wanted; the others leave them where they stand. -->
  <xsl:template match="seg[@type = 'transposed']" mode="part:final" priority="2" as="node()*">
    <xsl:param name="moved" as="element(seg)*" tunnel="yes" select="()"/>
    <xsl:param name="still-in-place" as="map(*)" tunnel="yes" select="map {}"/>
    <xsl:variable name="here" as="element(seg)" select="
      if (map:contains($still-in-place, generate-id(.))) then . else f:read-here(.)"/>
    <xsl:choose>
      <!-- What is shown already is not moved again, so that crossed orders come to an end. -->
      <xsl:when test="$here is . or exists((., $here) intersect $moved)"><xsl:next-match/></xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="$here" mode="#current">
          <xsl:with-param name="moved" tunnel="yes" select="$moved, $here"/>
        </xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Another hand writes on: said where the page is shown. -->
  <xsl:template match="handShift" mode="part:standing part:numbered" as="element(Q{}span)">
    <span class="handShift" data-label="[{(f:pointed(@new)[self::handNote] ! f:say('hand', map { 'hand': f:brief(.) }), f:say('hand-another'))[1]}]">
      <xsl:call-template name="part:described"/>
      <xsl:sequence select="f:own-lang(.)"/>
    </span>
  </xsl:template>

  <xsl:template match="handShift" mode="part:final part:first" as="empty-sequence()"/>

</xsl:transform>
