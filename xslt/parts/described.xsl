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
    <xsl:if test="$element/@facs or $element/self::zone">
      <xsl:sequence select="f:zones($element)"/>
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
    <xsl:variable name="hand" as="xs:string*" select="f:pointed($element/@hand)[self::handNote] ! f:say('hand', map { 'hand': f:brief(.) })"/>
    <xsl:variable name="stage" as="xs:string*" select="f:pointed($element/@change)[self::change] ! f:say('stage', map { 'stage': f:brief(.) })"/>
    <xsl:sequence select="f:capitalised(string-join(($what, $hand, $stage, $element/@cert ! f:certainty(.)), '; '))"/>
  </xsl:function>

  <!-- How sure an editor is. -->
  <xsl:function name="f:certainty" as="xs:string">
    <xsl:param name="certainty" as="xs:string"/>
    <xsl:sequence select="f:say('certainty', map { 'certainty': (f:word-for('cert', $certainty), $certainty)[1] })"/>
  </xsl:function>

  <xsl:template match="*" mode="part:saying" as="xs:string?"/>

  <xsl:template match="unclear" mode="part:saying" as="xs:string+">
    <xsl:sequence select="f:say('lapse-unclear'), @reason ! f:say-value('reason', .), @agent ! f:say-value('agent', .)"/>
  </xsl:template>

  <xsl:template match="supplied" mode="part:saying" as="xs:string+">
    <xsl:sequence select="f:say('lapse-supplied'), @reason ! f:say-value('reason', .)"/>
  </xsl:template>

  <xsl:template match="surplus" mode="part:saying" as="xs:string">
    <xsl:sequence select="f:say('lapse-surplus')"/>
  </xsl:template>

  <xsl:template match="damage | damageSpan" mode="part:saying" as="xs:string+">
    <xsl:sequence select="f:say('lapse-damaged'), @agent ! f:say-value('agent', .), f:measured(.)"/>
  </xsl:template>

  <xsl:template match="restore" mode="part:saying" as="xs:string">
    <xsl:sequence select="f:say('lapse-restored')"/>
  </xsl:template>

  <xsl:template match="retrace" mode="part:saying" as="xs:string+">
    <xsl:sequence select="f:say('lapse-retraced'), @cause ! f:word-for('retraced', .)"/>
  </xsl:template>

  <xsl:template match="metamark" mode="part:saying" as="xs:string+">
    <xsl:sequence select="f:say('lapse-metamark'), @function ! f:say-value('function', .)"/>
  </xsl:template>

  <xsl:template match="seg[@type = 'transposed']" mode="part:saying" as="xs:string">
    <xsl:sequence select="if (@n) then f:say('lapse-transposed-number', map { 'number': @n }) else f:say('lapse-transposed')"/>
  </xsl:template>

  <xsl:template match="corr[not(parent::choice)]" mode="part:saying" as="xs:string">
    <xsl:sequence select="f:say('lapse-corrected')"/>
  </xsl:template>

  <xsl:template match="ex" mode="part:saying" as="xs:string">
    <xsl:sequence select="f:say('lapse-filled-in')"/>
  </xsl:template>

  <xsl:template match="stamp" mode="part:saying" as="xs:string+">
    <xsl:sequence select="f:say('lapse-stamp'), @type ! f:say-value('stamp', .)"/>
  </xsl:template>

  <xsl:template match="expan | abbr[parent::choice]" mode="part:saying" as="xs:string?">
    <xsl:sequence select="
      if (self::expan) then parent::choice/abbr[1] ! f:say('lapse-abbreviated', map { 'words': f:quoted(f:plain(.)) })
      else parent::choice/expan[1] ! f:say('lapse-stands-for', map { 'words': f:quoted(f:plain(.)) })"/>
  </xsl:template>

  <xsl:template match="reg | orig[parent::choice]" mode="part:saying" as="xs:string?">
    <xsl:sequence select="
      if (self::reg) then parent::choice/orig[1] ! f:say('lapse-abbreviated', map { 'words': f:quoted(f:plain(.)) })
      else parent::choice/reg[1] ! f:say('lapse-usually', map { 'words': f:quoted(f:plain(.)) })"/>
  </xsl:template>

  <!-- The date, or the limits between which it lies; and what the other calendar has. -->
  <xsl:template match="date" mode="part:saying" as="xs:string*">
    <xsl:variable name="calendar" as="xs:string" select="
      (f:pointed(@calendar)/normalize-space()[. ne ''], f:say('date-other-calendar'))[1]"/>
    <xsl:sequence select="
      f:date-said(.), @when-custom ! f:say('date-calendar', map { 'calendar': $calendar, 'date': f:say-date(.) })"/>
  </xsl:template>

  <!-- “3 characters”, where an element says how much it is. -->
  <xsl:function name="f:measured" as="xs:string?">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="unit" as="xs:string" select="string($place/@unit)"/>
    <xsl:sequence select="
      ($place/@quantity ! f:measure(., $unit),
       $place/@extent ! (if (matches(., '^[0-9.]+$') and $unit ne '') then f:measure(., $unit) else string(.)))[1]"/>
  </xsl:function>

  <xsl:variable name="part:units" as="map(xs:string, xs:string)" select="map {
    'char': 'measure-characters', 'word': 'measure-words', 'line': 'measure-lines', 'column': 'measure-columns',
    'page': 'measure-pages', 'leaf': 'measure-leaves', 'leave': 'measure-leaves', 'character': 'measure-characters' }"/>

  <xsl:function name="f:measure" as="xs:string">
    <xsl:param name="quantity" as="xs:string"/>
    <xsl:param name="unit" as="xs:string"/>
    <xsl:variable name="key" as="xs:string?" select="$part:units(replace(lower-case($unit), 's$', ''))"/>
    <xsl:sequence select="
      if (exists($key)) then f:say($key || (if ($quantity eq '1') then '.one' else '.other'), map { 'count': $quantity })
      else normalize-space(f:say('measure-other', map { 'count': $quantity, 'unit': f:words($unit) }))"/>
  </xsl:function>

</xsl:transform>
