<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- What a view withholds: the reading view what was struck out, the first state what was added. -->

  <!-- The deletions that were not taken back: of a deletion and a restoration, the inner one counts. -->
  <xsl:function name="f:struck" as="element()*">
    <xsl:param name="of" as="node()"/>
    <xsl:sequence select="f:written($of)//(del | delSpan)[not(f:is-taken-back(.))]"/>
  </xsl:function>

  <!-- What was added and given up again, because the writer went back to what stood there before. -->
  <xsl:function name="f:given-up" as="element()*">
    <xsl:param name="of" as="node()"/>
    <xsl:sequence select="f:written($of)//(add | addSpan)[f:is-taken-back(.)]"/>
  </xsl:function>

  <!--
    The nodes that are withheld, by generated id: these elements with all they hold, and, for those that are
    spans, all that stands in their region.
  -->
  <xsl:function name="f:withheld" as="map(xs:string, xs:boolean)">
    <xsl:param name="elements" as="element()*"/>
    <xsl:param name="spanned" as="map(*)"/>
    <xsl:variable name="spans" as="element()*" select="$elements[@spanTo]"/>
    <xsl:sequence select="map:merge((
      $elements[not(@spanTo)]/descendant-or-self::node() ! map:entry(generate-id(.), true()),
      if (empty($spans)) then ()
      else map:for-each($spanned, function($id, $open) {
        if (exists($open intersect $spans)) then map:entry($id, true()) else () })))"/>
  </xsl:function>

  <!-- What the final text is without: struck words, words given up, the writer's signs about the text, and what each page repeats for the binder or the reader. -->
  <xsl:function name="f:withheld-in-reading" as="map(xs:string, xs:boolean)">
    <xsl:param name="of" as="node()"/>
    <xsl:param name="spanned" as="map(*)"/>
    <xsl:sequence select="f:withheld(
      (f:struck($of), f:given-up($of), f:unread($of)), $spanned)"/>
  </xsl:function>

  <xsl:function name="f:unread" as="element()*">
    <xsl:param name="of" as="node()"/>
    <xsl:sequence select="f:written($of)//(metamark | fw[@type = ('catch', 'pageNum', 'header')])"/>
  </xsl:function>

  <!-- Whether nothing of an element would be seen without what is withheld. -->
  <xsl:function name="f:is-withheld" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="withheld" as="map(*)"/>
    <xsl:sequence select="
      if (map:size($withheld) eq 0) then false()
      else if (map:contains($withheld, generate-id($element))) then true()
      else (every $t in $element//text()[normalize-space()] satisfies map:contains($withheld, generate-id($t)))
        and exists($element//text()[map:contains($withheld, generate-id(.))])
        and (every $e in $element//(gap | space | graphic | figure | milestone[@n] | pb | cb)
          satisfies map:contains($withheld, generate-id($e)))"/>
  </xsl:function>

  <!-- A list's entries are judged by the list: a label and its item go or stay together. -->
  <xsl:template match="*[not(self::label or self::item or self::row or self::cell)]" mode="part:final part:first"
    priority="10" as="node()*">
    <xsl:param name="withheld" as="map(*)" tunnel="yes" select="map {}"/>
    <xsl:if test="not(f:is-withheld(., $withheld))">
      <xsl:next-match/>
    </xsl:if>
  </xsl:template>

</xsl:transform>
