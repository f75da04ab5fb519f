<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- What points at what within a document; each pointer is followed through a key, never by a search. -->

  <xsl:key name="part:identified" match="*[@xml:id]" use="@xml:id"/>
  <xsl:key name="part:span-ends" match="*[@spanTo]" use="f:pointers(@spanTo)"/>
  <xsl:key name="part:joins" match="substJoin" use="f:pointers(@target)"/>
  <xsl:key name="part:signs" match="metamark" use="f:pointers(@target)"/>
  <xsl:key name="part:orders" match="transpose" use="ptr ! f:pointers(@target)"/>
  <xsl:key name="part:note-anchors" match="ref[f:is-note-number(.)]" use="f:pointers(@target)"/>
  <xsl:key name="part:notes-apart" match="note[@target]" use="f:pointers(@target)"/>

  <!-- The ids within the document that an attribute names. -->
  <xsl:function name="f:pointers" as="xs:string*">
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:sequence select="tokenize(string($pointer), '\s+')[starts-with(., '#')] ! substring(., 2)"/>
  </xsl:function>

  <!-- The elements that an attribute points at, in the order in which it names them. -->
  <xsl:function name="f:pointed" as="element()*">
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:variable name="file" as="node()?" select="root($pointer)"/>
    <xsl:sequence select="f:pointers($pointer) ! key('part:identified', ., $file)"/>
  </xsl:function>

  <!-- The parts of a substitution that stand apart, in the order of the text; nothing for what is not joined. -->
  <xsl:function name="f:joined" as="element()*">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="join" as="element(substJoin)?" select="f:join($part)"/>
    <xsl:sequence select="f:pointed($join/@target)/self::*"/>
  </xsl:function>

  <xsl:function name="f:join" as="element(substJoin)?">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="if ($part/@xml:id) then key('part:joins', $part/@xml:id, root($part))[1] else ()"/>
  </xsl:function>

  <!--
    The passages of a transposition in the order of reading. Nothing where the encoding does not hold
    together: a passage that is missing or named twice, or that holds another one.
  -->
  <xsl:function name="f:read-order" as="element(seg)*">
    <xsl:param name="passage" as="element(seg)"/>
    <xsl:variable name="order" as="element(transpose)?" select="
      if ($passage/@xml:id) then key('part:orders', $passage/@xml:id, root($passage))[1] else ()"/>
    <xsl:variable name="passages" as="element(seg)*" select="$order/ptr ! f:pointed(@target)[self::seg]"/>
    <xsl:sequence select="
      if (count($passages) lt 2 or count($passages) ne count($order/ptr) or count($passages/self::*) ne count($passages)
        or exists($passages/ancestor::seg intersect $passages))
      then () else $passages"/>
  </xsl:function>

  <!-- The passage that is to be read where this one stands. -->
  <xsl:function name="f:read-here" as="element(seg)">
    <xsl:param name="place" as="element(seg)"/>
    <xsl:variable name="order" as="element(seg)*" select="f:read-order($place)"/>
    <xsl:sequence select="
      if (empty($order)) then $place
      else $order[count($order/self::*[. &lt;&lt; $place]) + 1]"/>
  </xsl:function>

  <!-- Where each of these stands among them, by generated id. -->
  <xsl:function name="f:numbered" as="map(xs:string, xs:integer)">
    <xsl:param name="elements" as="element()*"/>
    <xsl:sequence select="map:merge(
      for-each-pair($elements, 1 to count($elements), function($element, $n) { map:entry(generate-id($element), $n) }))"/>
  </xsl:function>

</xsl:transform>
