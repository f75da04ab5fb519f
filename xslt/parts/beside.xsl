<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    Notes beside the text. They stand once, after it; on a wide screen the style beside.css, which publishing writes,
    places note 3 at the height of mark 3 (CSS anchor positioning), but below note 2. What is placed so takes no room
    on the page; so the page says how much room its last notes need after the text, in lines of a note.
  -->

  <!-- The number of a note in the order of the text: of its mark, and of itself. -->
  <xsl:function name="f:ordinal" as="attribute()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="annotated" as="element()"/>
    <xsl:param name="note-numbers" as="map(*)"/>
    <xsl:for-each select="$note-numbers(generate-id($annotated))">
      <xsl:attribute name="{$name}" select="."/>
    </xsl:for-each>
  </xsl:function>

  <!-- Signs in a line of a note, and in what stands beside it of the text; both on the safe side. -->
  <xsl:variable name="note-line" as="xs:integer" select="36"/>
  <xsl:variable name="text-line" as="xs:integer" select="50"/>

  <!--
    How many lines of notes may hang below the end of the text: for each mark, the lines of its note and of all after it,
    less the text that follows the mark; the most of these.
  -->
  <xsl:function name="f:room-below" as="xs:integer">
    <xsl:param name="text" as="node()*"/>
    <xsl:param name="notes" as="element(Q{}section)?"/>
    <xsl:variable name="lines" as="map(xs:string, xs:integer)" select="map:merge(
      $notes/Q{}ol/Q{}li ! map:entry(string(@data-note), 2 + string-length(normalize-space()) idiv $note-line))"/>
    <xsl:choose>
      <xsl:when test="map:size($lines) eq 0"><xsl:sequence select="0"/></xsl:when>
      <xsl:otherwise>
        <xsl:iterate select="reverse($text ! descendant-or-self::node()[self::text() or @data-mark])">
          <xsl:param name="room" as="xs:integer" select="0"/>
          <xsl:param name="signs" as="xs:integer" select="0"/>
          <xsl:param name="hanging" as="xs:integer" select="0"/>
          <xsl:on-completion select="max(($room, sum(map:for-each($lines, function($n, $l) { $l })) - $signs idiv $text-line))"/>
          <xsl:choose>
            <xsl:when test="self::text()">
              <xsl:next-iteration>
                <xsl:with-param name="signs" select="$signs + string-length()"/>
              </xsl:next-iteration>
            </xsl:when>
            <xsl:otherwise>
              <xsl:variable name="now" as="xs:integer" select="$hanging + ($lines(@data-mark), 0)[1]"/>
              <xsl:next-iteration>
                <xsl:with-param name="hanging" select="$now"/>
                <xsl:with-param name="room" select="max(($room, $now - $signs idiv $text-line))"/>
              </xsl:next-iteration>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:iterate>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:transform>
