<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- What the encoding says of an element, as attributes: for styles, for reading aloud, for a pointer that rests on it. -->

  <!-- Id and details; ids stand in the text once, so the first state and the notes leave them out. -->
  <xsl:template name="part:described" as="attribute()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="identified" as="xs:boolean" tunnel="yes" select="true()"/>
    <xsl:if test="$identified"><xsl:sequence select="f:id(.)"/></xsl:if>
    <xsl:sequence select="f:described-by(.)"/>
  </xsl:template>

  <xsl:function name="f:described-by" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$element/(@place | @rend | @hand | @instant | @type | @cert | @reason | @function | @cause | @agent)">
      <xsl:attribute name="data-{local-name()}" select="
        if (self::attribute(place)) then f:place($element) else if (self::attribute(rend)) then f:rend($element) else ."/>
    </xsl:for-each>
    <xsl:if test="$element[not(@rend)]/(@rendition | @style)">
      <xsl:attribute name="data-rend" select="f:rend($element)"/>
    </xsl:if>
    <xsl:if test="$element/@change">
      <xsl:attribute name="data-stage" select="$element/@change"/>
    </xsl:if>
    <xsl:if test="$element/self::seg[@type = 'transposed']/@n">
      <xsl:attribute name="data-n" select="$element/@n"/>
    </xsl:if>
    <xsl:sequence select="f:language-of($element)"/>
    <xsl:variable name="says" as="xs:string" select="f:says($element)"/>
    <xsl:if test="$says ne ''">
      <xsl:attribute name="title" select="$says"/>
    </xsl:if>
  </xsl:function>

  <!-- The details in words. -->
  <xsl:function name="f:says" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="what" as="xs:string*">
      <xsl:apply-templates select="$element" mode="part:saying"/>
    </xsl:variable>
    <xsl:variable name="hand" as="xs:string*" select="f:pointed($element/@hand)[self::handNote] ! ('hand: ' || f:brief(.))"/>
    <xsl:variable name="stage" as="xs:string*" select="f:pointed($element/@change)[self::change] ! ('stage: ' || f:brief(.))"/>
    <xsl:sequence select="f:capitalised(string-join(($what, $hand, $stage, $element/@cert ! ('certainty ' || .)), '; '))"/>
  </xsl:function>

  <xsl:template match="*" mode="part:saying" as="xs:string?"/>

  <xsl:template match="unclear" mode="part:saying" as="xs:string+">
    <xsl:sequence select="'reading uncertain', @reason/f:words(.), @agent/f:words(.)"/>
  </xsl:template>

  <xsl:template match="supplied" mode="part:saying" as="xs:string+">
    <xsl:sequence select="'supplied by the editor', @reason/f:words(.)"/>
  </xsl:template>

  <xsl:template match="surplus" mode="part:saying" as="xs:string">
    <xsl:sequence select="'too much, the editor thinks'"/>
  </xsl:template>

  <xsl:template match="damage | damageSpan" mode="part:saying" as="xs:string+">
    <xsl:sequence select="'damaged', @agent/f:words(.), f:measured(.)"/>
  </xsl:template>

  <xsl:template match="restore" mode="part:saying" as="xs:string">
    <xsl:sequence select="'struck out, then restored'"/>
  </xsl:template>

  <xsl:template match="retrace" mode="part:saying" as="xs:string+">
    <xsl:sequence select="'traced again', @cause ! (map { 'fix': 'to fix it', 'unclear': 'to make it clearer' }(string(.)))"/>
  </xsl:template>

  <xsl:template match="metamark" mode="part:saying" as="xs:string+">
    <xsl:sequence select="'a sign of the writer’s', @function/f:words(.)"/>
  </xsl:template>

  <xsl:template match="seg[@type = 'transposed']" mode="part:saying" as="xs:string">
    <xsl:sequence select="'to be read in another order' || @n ! (', as number ' || .)"/>
  </xsl:template>

  <xsl:template match="corr[not(parent::choice)]" mode="part:saying" as="xs:string">
    <xsl:sequence select="'corrected by the editor'"/>
  </xsl:template>

  <xsl:template match="ex" mode="part:saying" as="xs:string">
    <xsl:sequence select="'left out by the writer, filled in'"/>
  </xsl:template>

  <xsl:template match="stamp" mode="part:saying" as="xs:string+">
    <xsl:sequence select="'a stamp', @type/f:words(.)"/>
  </xsl:template>

  <xsl:template match="expan | abbr[parent::choice]" mode="part:saying" as="xs:string?">
    <xsl:sequence select="
      if (self::expan) then parent::choice/abbr[1] ! ('in the source: “' || f:plain(.) || '”')
      else parent::choice/expan[1] ! ('stands for “' || f:plain(.) || '”')"/>
  </xsl:template>

  <xsl:template match="reg | orig[parent::choice]" mode="part:saying" as="xs:string?">
    <xsl:sequence select="
      if (self::reg) then parent::choice/orig[1] ! ('in the source: “' || f:plain(.) || '”')
      else parent::choice/reg[1] ! ('usually spelt “' || f:plain(.) || '”')"/>
  </xsl:template>

  <!-- The date in figures, the other calendar, the limits between which it lies. -->
  <xsl:template match="date" mode="part:saying" as="xs:string*">
    <xsl:variable name="calendar" as="xs:string" select="
      (f:pointed(@calendar)/normalize-space()[. ne ''], 'as dated')[1]"/>
    <xsl:sequence select="
      @when/string(), (@from | @to)[1] ! string-join((../@from ! ('from ' || .), ../@to ! ('to ' || .)), ' '),
      @notBefore ! ('not before ' || .), @notAfter ! ('not after ' || .),
      @when-custom ! ($calendar || ': ' || .)"/>
  </xsl:template>

  <!-- “3 characters”, where an element says how much it is. -->
  <xsl:function name="f:measured" as="xs:string?">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="units" as="map(xs:string, xs:string)" select="
      map { 'chars': 'character', 'char': 'character', 'words': 'word', 'lines': 'line', 'pages': 'page', 'leaves': 'leaf' }"/>
    <xsl:variable name="unit" as="xs:string" select="($units(string($place/@unit)), f:words($place/@unit))[1]"/>
    <xsl:sequence select="
      ($place/@quantity ! (. || ' ' || $unit || (if (. = '1') then '' else 's')),
       $place/@extent ! (if (matches(., '^[0-9.]+$') and $unit ne '') then . || ' ' || $unit || (if (. = '1') then '' else 's') else string(.)))[1]"/>
  </xsl:function>

</xsl:transform>
