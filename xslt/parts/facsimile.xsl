<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    Images of pages and their zones. Only what the site has is shown; $images knows it, by the address that
    stands in the TEI: “width height address”, the last from the site's root.
  -->

  <xsl:key name="part:zoned" match="*[@facs][not(self::pb)]" use="f:pointers(@facs)"/>
  <xsl:key name="part:surfaces" match="surface | graphic[not(ancestor::surface)]" use="f:image-id(.)"/>
  <xsl:key name="part:addressed" match="*[@facs]" use="tokenize(@facs)[not(contains(., '#'))]"/>

  <!-- The image of a surface that the site has, by its address in the TEI. -->
  <xsl:function name="f:site-image" as="xs:string?">
    <xsl:param name="of" as="element()"/>
    <xsl:sequence select="($of/self::graphic, $of/graphic, $of/media)/@url[map:contains($images, .)][1] ! string()"/>
  </xsl:function>

  <!-- What the page calls an image of the TEI: the id of its surface, or its address. -->
  <xsl:function name="f:image-id" as="xs:string">
    <xsl:param name="of" as="element()"/>
    <xsl:sequence select="
      if ($of/@xml:id) then f:fragment($of/@xml:id) else f:address-id(string(($of/self::graphic, $of/graphic, $of/media)[1]/@url))"/>
  </xsl:function>

  <xsl:function name="f:address-id" as="xs:string">
    <xsl:param name="url" as="xs:string"/>
    <xsl:sequence select="'image-' || replace($url, '[^A-Za-z0-9]+', '-')"/>
  </xsl:function>

  <!-- The images at which something points that the site has, by what the page calls them. -->
  <xsl:function name="f:facing" as="xs:string*">
    <xsl:param name="facs" as="attribute()?"/>
    <xsl:if test="$facs and map:size($images) gt 0">
      <xsl:sequence select="distinct-values((
        f:pointed($facs)/(ancestor-or-self::surface | self::graphic)[exists(f:site-image(.))] ! f:image-id(.),
        tokenize($facs)[map:contains($images, .)] ! f:address-id(.)))"/>
    </xsl:if>
  </xsl:function>

  <!-- All images of a document that the site has. -->
  <xsl:function name="f:image-ids" as="xs:string*">
    <xsl:param name="file" as="document-node()"/>
    <xsl:sequence select="
      distinct-values($file//(surface | facsimile/graphic | sourceDoc/graphic)[exists(f:site-image(.))] ! f:image-id(.))"/>
  </xsl:function>

  <!-- Where the page of an image is; nothing for what points at none. -->
  <xsl:function name="f:facsimile-place" as="xs:string?">
    <xsl:param name="facs" as="attribute()?"/>
    <xsl:sequence select="f:facing($facs)[1] ! ('facsimile.html#' || .)"/>
  </xsl:function>

  <!-- An image with its zones, and what leads to it. -->
  <xsl:template name="part:page-image" as="element(Q{}figure)">
    <xsl:param name="file" as="document-node()"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:variable name="surface" as="element()?" select="key('part:surfaces', $id, $file)[1]"/>
    <xsl:variable name="url" as="xs:string" select="
      if ($surface) then f:site-image($surface)
      else map:keys($images)[f:address-id(.) eq $id][1]"/>
    <xsl:variable name="parts" as="xs:string+" select="tokenize($images($url))"/>
    <xsl:variable name="href" as="xs:string" select="'../' || $parts[3]"/>
    <xsl:variable name="break" as="element()?" select="
      (if ($surface/@xml:id) then $file//pb[f:pointers(@facs) = $surface/@xml:id][1] else (), key('part:addressed', $url, $file)[1])[1]"/>
    <xsl:variable name="number" as="xs:string" select="string(($break/@n, $surface/@n)[1])"/>
    <xsl:variable name="label" as="xs:string" select="normalize-space(string-join($surface/label[1]//text()))"/>
    <xsl:variable name="name" as="xs:string" select="
      if ($number ne '' and $label ne '') then f:say('page-named', map { 'page': $number, 'label': $label })
      else if ($number ne '') then f:say('page-number', map { 'page': $number })
      else if ($label ne '') then $label else f:say('page-unnumbered')"/>
    <xsl:variable name="library" as="xs:string?" select="
      f:remote(($surface/graphic/@source ! tokenize(.), $surface/graphic/@url, $surface/@sameAs)[exists(f:remote(.))][1])"/>
    <figure class="page-image" id="{$id}">
      <div class="frame" role="group" aria-label="{f:say('image-of', map { 'page': $name })}"><div class="picture">
        <img src="{$href}" width="{$parts[1]}" height="{$parts[2]}" loading="lazy" alt="{f:say('image-of', map { 'page': $name })}"/>
        <xsl:if test="$surface//zone">
          <xsl:call-template name="part:shapes">
            <xsl:with-param name="surface" select="$surface"/>
            <xsl:with-param name="size" select="$parts[1] || ' ' || $parts[2]"/>
          </xsl:call-template>
        </xsl:if>
      </div></div>
      <figcaption>
        <span class="page-name"><xsl:value-of select="$name"/></span>
        <xsl:text> </xsl:text>
        <a href="{$href}" aria-label="{f:say('image-open-of', map { 'page': $name })}"><xsl:value-of select="f:say('image-open')"/></a>
        <xsl:if test="$library">
          <xsl:text> </xsl:text>
          <a href="{$library}" rel="external" aria-label="{f:say('image-library-of', map { 'page': $name })}"><xsl:value-of select="f:say('image-library')"/></a>
        </xsl:if>
        <!-- A script shows them; without it the image is opened by itself, where a browser can enlarge it. -->
        <span class="zoom" role="group" aria-label="{f:say('zoom-of', map { 'page': $name })}" hidden="hidden">
          <button type="button" data-zoom-to="smaller" aria-label="{f:say('zoom-smaller')}" title="{f:say('zoom-smaller')}">−</button>
          <button type="button" data-zoom-to="larger" aria-label="{f:say('zoom-larger')}" title="{f:say('zoom-larger')}">+</button>
          <button type="button" data-zoom-to="whole"><xsl:value-of select="f:say('zoom-whole')"/></button>
        </span>
      </figcaption>
    </figure>
  </xsl:template>

  <!-- The zones of a surface over its image, in the measure of the surface; each leads to its words. -->
  <xsl:template name="part:shapes" as="element(Q{http://www.w3.org/2000/svg}svg)">
    <xsl:param name="surface" as="element()"/>
    <xsl:param name="size" as="xs:string"/>
    <xsl:variable name="edges" as="xs:double*" select="
      ($surface/@ulx, $surface/@uly, $surface/@lrx, $surface/@lry)[. castable as xs:double] ! xs:double(.)"/>
    <xsl:variable name="measure" as="xs:string" select="
      if (count($edges) eq 4 and $edges[3] gt $edges[1] and $edges[4] gt $edges[2])
      then string-join(($edges[1], $edges[2], $edges[3] - $edges[1], $edges[4] - $edges[2]), ' ')
      else '0 0 ' || $size"/>
    <svg xmlns="http://www.w3.org/2000/svg" class="shapes" viewBox="{$measure}" preserveAspectRatio="none">
      <xsl:for-each select="$surface//zone[@points or (@ulx and @uly and @lrx and @lry)]">
        <xsl:variable name="words" as="element()?" select="f:words-on(.)"/>
        <xsl:variable name="name" as="xs:string" select="f:zone-name(., $words)"/>
        <xsl:choose>
          <xsl:when test="$words and @xml:id">
            <a id="shape-{f:fragment(@xml:id)}" class="shape" href="#{f:words-id($words)}">
              <title><xsl:value-of select="$name"/></title>
              <xsl:sequence select="f:shape(.)"/>
            </a>
          </xsl:when>
          <xsl:otherwise>
            <g class="shape"><xsl:sequence select="f:shape(.)"/></g>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </svg>
  </xsl:template>

  <xsl:function name="f:shape" as="element()?">
    <xsl:param name="zone" as="element(zone)"/>
    <xsl:variable name="edges" as="xs:double*" select="
      ($zone/@ulx, $zone/@uly, $zone/@lrx, $zone/@lry)[. castable as xs:double] ! xs:double(.)"/>
    <xsl:choose>
      <xsl:when test="matches($zone/@points, '^\s*(-?\d+(\.\d+)?,-?\d+(\.\d+)?\s*){3,}$')">
        <polygon xmlns="http://www.w3.org/2000/svg" points="{normalize-space($zone/@points)}"/>
      </xsl:when>
      <xsl:when test="count($edges) eq 4 and $edges[3] gt $edges[1] and $edges[4] gt $edges[2]">
        <rect xmlns="http://www.w3.org/2000/svg" x="{$edges[1]}" y="{$edges[2]}" width="{$edges[3] - $edges[1]}" height="{$edges[4] - $edges[2]}"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- What stands on a zone: what points at it, what it points at, or what it holds itself. -->
  <xsl:function name="f:words-on" as="element()?">
    <xsl:param name="zone" as="element(zone)"/>
    <xsl:sequence select="
      if (empty($zone/@xml:id)) then ()
      else (key('part:zoned', $zone/@xml:id, root($zone))[not(ancestor::teiHeader)], $zone[normalize-space()])[1]"/>
  </xsl:function>

  <xsl:function name="f:words-id" as="xs:string">
    <xsl:param name="words" as="element()"/>
    <xsl:sequence select="
      if ($words/@xml:id) then f:fragment($words/@xml:id) else 'words-' || f:fragment(f:pointers($words/@facs)[1])"/>
  </xsl:function>

  <!-- The first words of what stands on a zone. -->
  <xsl:function name="f:zone-name" as="xs:string">
    <xsl:param name="zone" as="element(zone)"/>
    <xsl:param name="words" as="element()?"/>
    <xsl:variable name="text" as="xs:string" select="normalize-space(string($words))"/>
    <xsl:sequence select="
      if ($text eq '') then f:say('zone-unnamed')
      else if (string-length($text) le 60) then $text else replace(substring($text, 1, 60), '\s\S*$', '') || ' …'"/>
  </xsl:function>

  <!-- The zones on which something stands, as the page calls their shapes. -->
  <xsl:function name="f:zones" as="attribute(data-zone)?">
    <xsl:param name="of" as="element()"/>
    <xsl:variable name="zones" as="element(zone)*" select="(f:pointed($of/@facs), $of)/self::zone[@xml:id]"/>
    <xsl:if test="exists($zones)">
      <xsl:attribute name="data-zone" select="$zones ! ('shape-' || f:fragment(@xml:id))"/>
    </xsl:if>
  </xsl:function>

  <!-- Words that stand on a zone: they have an id, and lead there. -->
  <xsl:template match="*[@data-zone]" mode="part:zoned" as="element()">
    <xsl:variable name="shape" as="xs:string" select="tokenize(@data-zone)[1]"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:if test="empty(@id)">
        <xsl:attribute name="id" select="'words-' || substring-after($shape, 'shape-')"/>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
      <xsl:if test="empty(ancestor::Q{}a) and not(local-name() = ('table', 'tr', 'ol', 'ul', 'dl'))">
        <a class="to-shape" href="#{$shape}" lang="{$interface}" aria-label="{f:say('zone-show')}"></a>
      </xsl:if>
    </xsl:copy>
  </xsl:template>

  <!--
    Cuts a text where a page begins, be there an image of it or not. An element that goes on over the
    cut is there on both sides; its id goes with its first words.
  -->
  <xsl:function name="f:cut" as="map(*)+">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="image" as="xs:string"/>
    <xsl:iterate select="$nodes">
      <xsl:param name="done" as="map(*)*" select="()"/>
      <xsl:param name="current" as="map(*)" select="map { 'image': $image, 'nodes': () }"/>
      <xsl:on-completion select="$done, $current"/>
      <xsl:choose>
        <xsl:when test="@data-facing">
          <xsl:next-iteration>
            <xsl:with-param name="done" select="$done, $current"/>
            <xsl:with-param name="current" select="map { 'image': string(@data-facing), 'nodes': . }"/>
          </xsl:next-iteration>
        </xsl:when>
        <xsl:when test="descendant::*[@data-facing]">
          <xsl:variable name="inner" as="map(*)+" select="f:cut(node(), $current?image)"/>
          <xsl:variable name="empty" as="xs:boolean" select="not(f:has-words(head($inner)?nodes))"/>
          <xsl:variable name="element" as="element()" select="."/>
          <xsl:variable name="wrapped" as="map(*)+" select="
            for-each-pair($inner, 1 to count($inner), function($page, $n) {
              map { 'image': $page?image,
                    'nodes': if ($empty and $n eq 1) then ()
                      else if ($empty and $n eq 2) then f:piece($element, (head($inner)?nodes, $page?nodes), true())
                      else f:piece($element, $page?nodes, $n eq 1) } })"/>
          <xsl:variable name="first" as="map(*)" select="map { 'image': $current?image, 'nodes': ($current?nodes, head($wrapped)?nodes) }"/>
          <xsl:next-iteration>
            <xsl:with-param name="done" select="$done, $first, $wrapped[position() gt 1 and position() lt last()]"/>
            <xsl:with-param name="current" select="$wrapped[last()]"/>
          </xsl:next-iteration>
        </xsl:when>
        <xsl:otherwise>
          <xsl:next-iteration>
            <xsl:with-param name="done" select="$done"/>
            <xsl:with-param name="current" select="map { 'image': $current?image, 'nodes': ($current?nodes, .) }"/>
          </xsl:next-iteration>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:iterate>
  </xsl:function>

  <!-- A piece of an element that was cut. -->
  <xsl:function name="f:piece" as="element()">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="begins" as="xs:boolean"/>
    <xsl:for-each select="$element">
      <xsl:copy>
        <xsl:copy-of select="if ($begins) then @* else @* except (@id, @class)"/>
        <xsl:if test="not($begins)">
          <xsl:attribute name="class" select="string-join((@class, 'continued'), ' ')"/>
        </xsl:if>
        <xsl:copy-of select="$nodes"/>
      </xsl:copy>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="f:has-words" as="xs:boolean">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="some $node in $nodes satisfies normalize-space($node) ne ''"/>
  </xsl:function>

</xsl:transform>
