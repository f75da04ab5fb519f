<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- The changes a document records: what counts as one. -->

  <!-- The label of a false start: label and item were given up together, and count as one change. -->
  <xsl:function name="f:is-false-start" as="xs:boolean">
    <xsl:param name="of" as="element()"/>
    <xsl:variable name="item" as="element(item)?" select="
      $of/ancestor-or-self::item[1], $of/ancestor-or-self::label[1]/following-sibling::*[1][self::item]"/>
    <xsl:variable name="parts" as="element()*" select="$item, $item/preceding-sibling::*[1][self::label]"/>
    <xsl:sequence select="exists($item) and exists($item//del)
      and (every $t in $parts//text()[normalize-space()] satisfies exists($t/ancestor::del))"/>
  </xsl:function>

  <!-- The element that stands for a change: of parts that stand apart, and of passages put in another order, the first. -->
  <xsl:function name="f:change-of" as="element()">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="parts" as="element()*" select="
      if ($part/self::seg) then f:read-order($part)/self::* else f:joined($part)"/>
    <xsl:sequence select="($parts, $part)[1]"/>
  </xsl:function>

  <xsl:function name="f:changes" as="element()*">
    <xsl:param name="of" as="node()"/>
    <xsl:sequence select="f:written($of)//(
      subst | retrace | delSpan | addSpan | add[not(parent::subst)] | seg[exists(f:read-order(.))]
      | del[not(parent::subst)][not(ancestor::label and f:is-false-start(.))])[f:change-of(.) is .]"/>
  </xsl:function>

  <xsl:function name="f:deletions" as="element()*">
    <xsl:param name="of" as="node()"/>
    <xsl:sequence select="f:struck($of)[not(ancestor::label and f:is-false-start(.))]"/>
  </xsl:function>

  <xsl:function name="f:additions" as="element()*">
    <xsl:param name="of" as="node()"/>
    <xsl:sequence select="f:written($of)//(add | addSpan)"/>
  </xsl:function>

  <!-- The acts of which a change consists. -->
  <xsl:function name="f:acts" as="element()+">
    <xsl:param name="change" as="element()"/>
    <xsl:variable name="parts" as="element()*" select="f:joined($change)"/>
    <xsl:sequence select="
      if (exists($parts)) then ($parts, f:join($change))
      else if ($change/self::seg) then
        ($change, f:read-order($change)/@xml:id ! key('part:signs', ., root($change)))/self::*
      else ($change, $change/self::subst/(add | del))"/>
  </xsl:function>

</xsl:transform>
