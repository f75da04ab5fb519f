<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    Where a text was worked on: a column for each passage, as wide as the passage is long; what was struck fills it
    from above, what was added from below. The same is told in a table, for those who don't see the picture.
  -->

  <!-- The measures of the picture, in its own units; a passage of one word is still seen. -->
  <xsl:variable name="heat-width" as="xs:integer" select="1000"/>
  <xsl:variable name="heat-height" as="xs:integer" select="80"/>
  <xsl:variable name="heat-least" as="xs:integer" select="6"/>
  <xsl:variable name="heat-gap" as="xs:integer" select="2"/>

  <!-- The passages: innermost blocks that have an address, and their characters: all, struck, added. -->
  <xsl:function name="f:worked-passages" as="map(*)*">
    <xsl:param name="of" as="document-node()"/>
    <xsl:param name="spanned" as="map(*)"/>
    <xsl:for-each select="f:written($of)//*[@xml:id][f:is-block(.)][empty(.//*[@xml:id][f:is-block(.)])]">
      <xsl:variable name="texts" as="text()*" select=".//text()[empty(ancestor::note[not(@type = 'authorial')])]"/>
      <xsl:variable name="struck" as="text()*" select="$texts[ancestor::del or $spanned(generate-id(.))/self::delSpan]"/>
      <xsl:variable name="added" as="text()*" select="($texts except $struck)[ancestor::add or $spanned(generate-id(.))/self::addSpan]"/>
      <xsl:variable name="all" as="xs:integer" select="f:characters($texts)"/>
      <xsl:if test="$all gt 0">
        <xsl:sequence select="map { 'block': ., 'all': $all, 'struck': f:characters($struck), 'added': f:characters($added) }"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="f:characters" as="xs:integer">
    <xsl:param name="texts" as="text()*"/>
    <xsl:sequence select="string-length(normalize-space(string-join($texts)))"/>
  </xsl:function>

  <!-- Nothing for a single passage, or where no words were struck or added. -->
  <xsl:template name="part:heat-map" as="element(Q{}section)?">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:param name="spanned" as="map(*)"/>
    <xsl:param name="paragraphs" as="map(*)" tunnel="yes"/>
    <xsl:variable name="passages" as="map(*)*" select="f:worked-passages(., $spanned)"/>
    <xsl:variable name="worked" as="map(*)*" select="$passages[?struck + ?added gt 0]"/>
    <xsl:if test="count($passages) gt 1 and exists($worked)">
      <section class="heat-map" aria-labelledby="heat-map">
        <h2 id="heat-map"><xsl:value-of select="f:say('heat-map')"/></h2>
        <figure>
          <xsl:call-template name="part:heat-columns">
            <xsl:with-param name="passages" select="$passages"/>
          </xsl:call-template>
          <figcaption><xsl:value-of select="f:say('heat-map-lead')"/></figcaption>
        </figure>
        <details>
          <summary><xsl:value-of select="f:say('heat-map-table')"/></summary>
          <div class="table">
            <table>
              <thead>
                <tr>
                  <th scope="col"><xsl:value-of select="f:say('heat-map-passage')"/></th>
                  <xsl:for-each select="'heat-map-all', 'heat-map-struck', 'heat-map-added'">
                    <th scope="col" class="count"><xsl:value-of select="f:say(.)"/></th>
                  </xsl:for-each>
                </tr>
              </thead>
              <tbody>
                <xsl:for-each select="$worked">
                  <tr>
                    <th scope="row"><a href="#{f:fragment(?block/@xml:id)}"><xsl:value-of select="f:block-name(?block, $paragraphs)"/></a></th>
                    <td class="count"><xsl:value-of select="?all"/></td>
                    <td class="count"><xsl:value-of select="?struck"/></td>
                    <td class="count"><xsl:value-of select="?added"/></td>
                  </tr>
                </xsl:for-each>
              </tbody>
            </table>
          </div>
        </details>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="part:heat-columns" as="element(Q{http://www.w3.org/2000/svg}svg)">
    <xsl:param name="passages" as="map(*)+"/>
    <xsl:variable name="all" as="xs:integer" select="sum($passages ! ?all)"/>
    <!-- What is left when each passage has its least room and its gap; of very many passages the picture grows. -->
    <xsl:variable name="width" as="xs:integer" select="max(($heat-width, 2 * count($passages) * ($heat-least + $heat-gap)))"/>
    <xsl:variable name="room" as="xs:integer" select="$width - count($passages) * ($heat-least + $heat-gap)"/>
    <svg xmlns="http://www.w3.org/2000/svg" class="heat" role="img" aria-labelledby="heat-map" viewBox="0 0 {$width} {$heat-height}" preserveAspectRatio="none">
      <xsl:iterate select="$passages">
        <xsl:param name="x" as="xs:double" select="0"/>
        <xsl:variable name="wide" as="xs:double" select="$heat-least + $room * ?all div $all"/>
        <xsl:variable name="column" as="map(*)" select="."/>
        <xsl:for-each select="'all', 'struck', 'added'">
          <xsl:variable name="high" as="xs:double" select="$heat-height * $column(.) div $column?all"/>
          <xsl:if test="$high gt 0">
            <rect class="{.}" x="{f:in-units($x)}" width="{f:in-units($wide)}" height="{f:in-units($high)}"
              y="{f:in-units(if (. eq 'added') then $heat-height - $high else 0)}"/>
          </xsl:if>
        </xsl:for-each>
        <xsl:next-iteration>
          <xsl:with-param name="x" select="$x + $wide + $heat-gap"/>
        </xsl:next-iteration>
      </xsl:iterate>
    </svg>
  </xsl:template>

  <xsl:function name="f:in-units" as="xs:string">
    <xsl:param name="number" as="xs:double"/>
    <xsl:sequence select="string(round($number * 10) div 10)"/>
  </xsl:function>

</xsl:transform>
