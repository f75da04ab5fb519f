<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all"
  default-mode="view:parallel">

  <!-- The final text beside what stands on the page, block by block. -->
  <xsl:template match="/" as="element(Q{}html)">
    <xsl:variable name="spanned" as="map(xs:string, element()*)" select="f:spanned(/)"/>
    <xsl:variable name="withheld" as="map(xs:string, xs:boolean)" select="f:withheld-in-reading(/, $spanned)"/>
    <xsl:variable name="annotated" as="element()*" select="f:annotated-in-reading(/, $withheld)"/>
    <xsl:call-template name="part:page">
      <xsl:with-param name="view" select="'parallel'"/>
      <xsl:with-param name="text" as="element(Q{}table)">
        <table class="parallel">
          <thead lang="{$interface}" dir="ltr">
            <tr>
              <th scope="col"><a href="index.html"><xsl:value-of select="f:say('parallel-reading')"/></a></th>
              <th scope="col"><a href="diplomatic.html"><xsl:value-of select="f:say('parallel-diplomatic')"/></a></th>
            </tr>
          </thead>
          <tbody>
            <xsl:call-template name="part:rows">
              <xsl:with-param name="nodes" select="f:shown(/)"/>
              <xsl:with-param name="depth" tunnel="yes" select="1"/>
              <xsl:with-param name="finally-withheld" tunnel="yes" select="$withheld"/>
              <xsl:with-param name="spanned" tunnel="yes" select="$spanned"/>
              <xsl:with-param name="note-signs" tunnel="yes" select="f:note-signs($annotated)"/>
            </xsl:call-template>
          </tbody>
        </table>
      </xsl:with-param>
      <xsl:with-param name="annotated" select="$annotated"/>
      <xsl:with-param name="key" as="element(Q{}section)?">
        <xsl:call-template name="part:key-to-signs"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- What only holds blocks: each of them has a row. -->
  <xsl:function name="f:holds-rows" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node[self::TEI or self::text or self::body or self::group or self::front or self::back
      or self::list or self::postscript or self::*[f:is-division(.)]])"/>
  </xsl:function>

  <!-- What stands between two blocks, such as a page break, goes with the block after it. -->
  <xsl:function name="f:is-between-blocks" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node[self::pb or self::cb or self::gb or self::lb or self::handShift or self::note[not(f:is-writers(.))]
      or self::anchor or self::delSpan or self::addSpan or self::damageSpan or self::metamark or self::substJoin])
      or exists($node[self::text() or self::comment() or self::processing-instruction()][not(normalize-space())])"/>
  </xsl:function>

  <xsl:template name="part:rows" as="element(Q{}tr)*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="depth" as="xs:integer" tunnel="yes"/>
    <xsl:for-each-group select="$nodes[not(self::comment() or self::processing-instruction())]"
      group-ending-with="node()[not(f:is-between-blocks(.))]">
      <xsl:variable name="block" as="node()" select="current-group()[last()]"/>
      <xsl:choose>
        <xsl:when test="f:holds-rows($block)">
          <xsl:call-template name="part:row">
            <xsl:with-param name="nodes" select="current-group()[not(. is $block)]"/>
          </xsl:call-template>
          <xsl:if test="$block/self::TEI">
            <tr><th class="member-title" colspan="2" scope="rowgroup"><xsl:value-of select="f:title($block)"/></th></tr>
          </xsl:if>
          <xsl:choose>
            <xsl:when test="$block/self::list">
              <xsl:call-template name="part:entries"><xsl:with-param name="list" select="$block"/></xsl:call-template>
            </xsl:when>
            <xsl:otherwise>
              <xsl:call-template name="part:rows">
                <xsl:with-param name="nodes" select="if ($block/self::TEI) then f:contents($block) else $block/node()"/>
                <xsl:with-param name="depth" tunnel="yes" select="
                  $depth + (if ($block/self::TEI or $block/self::*[f:is-division(.)]/head) then 1 else 0)"/>
              </xsl:call-template>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="part:row"><xsl:with-param name="nodes" select="current-group()"/></xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <!-- A label and its item in one row. -->
  <xsl:template name="part:entries" as="element(Q{}tr)*">
    <xsl:param name="list" as="element(list)"/>
    <xsl:variable name="first" as="element()?" select="$list/(label | item)[1]"/>
    <xsl:call-template name="part:rows">
      <xsl:with-param name="nodes" select="if ($first) then $list/node()[. &lt;&lt; $first] else $list/node()"/>
    </xsl:call-template>
    <xsl:for-each-group select="$list/node()[not(. &lt;&lt; $first)]"
      group-starting-with="label | item[not(preceding-sibling::*[1][self::label])]">
      <xsl:call-template name="part:row">
        <xsl:with-param name="nodes" select="current-group()"/>
        <xsl:with-param name="entry" select="true()"/>
      </xsl:call-template>
    </xsl:for-each-group>
  </xsl:template>

  <!--
    One block as it is read and as it stands. Ids and the signs of notes are given once, on the left,
    or on the right if nothing is left to be read.
  -->
  <xsl:template name="part:row" as="element(Q{}tr)?">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="entry" as="xs:boolean" select="false()"/>
    <xsl:param name="finally-withheld" as="map(*)" tunnel="yes"/>
    <xsl:variable name="read" as="node()*">
      <xsl:if test="not(f:is-gone($nodes, $finally-withheld))">
        <xsl:apply-templates select="$nodes" mode="part:final">
          <xsl:with-param name="withheld" tunnel="yes" select="$finally-withheld"/>
        </xsl:apply-templates>
      </xsl:if>
    </xsl:variable>
    <xsl:variable name="is-read" as="xs:boolean" select="exists($read[self::* or normalize-space()])"/>
    <xsl:variable name="standing" as="node()*">
      <xsl:apply-templates select="$nodes" mode="part:standing">
        <xsl:with-param name="identified" tunnel="yes" select="not($is-read)"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:if test="$is-read or exists($standing[self::* or normalize-space()])">
      <tr>
        <td class="final"><xsl:sequence select="if ($entry and $is-read) then f:entry-alone($nodes, $read) else $read"/></td>
        <td class="standing"><xsl:sequence select="if ($entry) then f:entry-alone($nodes, $standing) else $standing"/></td>
      </tr>
    </xsl:if>
  </xsl:template>

  <!-- Whether an entry of a list is struck as a whole, its label with it. -->
  <xsl:function name="f:is-gone" as="xs:boolean">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="withheld" as="map(*)"/>
    <xsl:variable name="parts" as="element()*" select="$nodes[self::label or self::item]"/>
    <xsl:sequence select="exists($parts) and (every $part in $parts satisfies f:is-withheld($part, $withheld))"/>
  </xsl:function>

  <xsl:function name="f:entry-alone" as="element(Q{}div)">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="content" as="node()*"/>
    <div class="list">
      <ol><li class="{if ($nodes/self::label) then 'entry labelled' else 'entry'}"><xsl:sequence select="$content"/></li></ol>
    </div>
  </xsl:function>

</xsl:transform>
