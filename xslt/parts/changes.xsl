<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- The changes a document records: what counts as one, and how one is told. -->

  <!-- The label of a false start: label and item were given up together, and count as one change. -->
  <xsl:function name="f:is-false-start" as="xs:boolean">
    <xsl:param name="of" as="element()"/>
    <xsl:variable name="item" as="element(item)?" select="
      $of/ancestor-or-self::item[1], $of/ancestor-or-self::label[1]/following-sibling::*[1][self::item]"/>
    <xsl:variable name="parts" as="element()*" select="$item, $item/preceding-sibling::*[1][self::label]"/>
    <xsl:sequence select="exists($item) and exists($item//del)
      and (every $t in $parts//text()[normalize-space()] satisfies exists($t/ancestor::del))"/>
  </xsl:function>

  <xsl:function name="f:changes" as="element()*">
    <xsl:param name="of" as="node()"/>
    <xsl:sequence select="$of//text//(
      subst | add[not(parent::subst)]
      | del[not(parent::subst)][not(ancestor::label and f:is-false-start(.))])"/>
  </xsl:function>

  <xsl:function name="f:deletions" as="element(del)*">
    <xsl:param name="of" as="node()"/>
    <xsl:sequence select="$of//text//del[not(parent::restore)][not(ancestor::label and f:is-false-start(.))]"/>
  </xsl:function>

  <xsl:function name="f:additions" as="element(add)*">
    <xsl:param name="of" as="node()"/>
    <xsl:sequence select="$of//text//add"/>
  </xsl:function>

  <!-- One change: what, where, by whom and when. -->
  <xsl:template match="subst | add | del" mode="part:change" as="element(Q{}li)">
    <xsl:variable name="n" as="xs:integer" select="count(f:changes(root(.))[. &lt;&lt; current()]) + 1"/>
    <xsl:variable name="false-start" as="xs:boolean" select="exists(self::del) and (@instant = 'true' or f:is-false-start(.))"/>
    <xsl:variable name="label" as="element(label)?" select="
      if ($false-start) then ancestor::item[1]/preceding-sibling::*[1][self::label][f:is-false-start(.)] else ()"/>
    <xsl:variable name="block" as="element()?" select="ancestor::*[f:is-block(.)][@xml:id][1]"/>
    <li id="change-{$n}" value="{$n}">
      <p class="what">
        <span class="act">
          <xsl:value-of select="
            if (self::subst) then 'Substitution' else if (self::add) then 'Addition'
            else if ($false-start) then 'False start'
            else if (parent::restore) then 'Deletion, restored' else 'Deletion'"/>
        </span>
        <xsl:text> </xsl:text>
        <span class="wording" lang="{f:language(/)}">
          <xsl:choose>
            <xsl:when test="self::subst">
              <del><xsl:value-of select="f:plain(del)"/></del>
              <xsl:text> → </xsl:text>
              <ins><xsl:value-of select="f:plain(add)"/></ins>
            </xsl:when>
            <xsl:when test="self::add"><ins><xsl:value-of select="f:plain(.)"/></ins></xsl:when>
            <xsl:otherwise>
              <del><xsl:if test="@rend"><xsl:attribute name="data-rend" select="@rend"/></xsl:if><xsl:value-of select="string-join(($label, .)/f:plain(.), ' ')"/></del>
            </xsl:otherwise>
          </xsl:choose>
        </span>
      </p>
      <p class="where">
        <xsl:value-of select="f:manner(.)"/>
        <xsl:sequence select="f:agents(.)"/>
        <xsl:text>. </xsl:text>
        <span class="see"><a href="#place-{$n}">See it in the text</a>
        <xsl:if test="$block">
          <xsl:text>, or </xsl:text>
          <a href="diplomatic.html#{$block/@xml:id}"><xsl:value-of select="f:block-name($block)"/> in the diplomatic view</a>
        </xsl:if>
        <xsl:text>.</xsl:text></span>
      </p>
    </li>
  </xsl:template>

  <!-- Place and rendering of a change, in words. -->
  <xsl:function name="f:manner" as="xs:string">
    <xsl:param name="change" as="element()"/>
    <xsl:variable name="acts" as="element()+" select="$change, $change[self::subst]/(add | del)"/>
    <xsl:variable name="place" as="xs:string*" select="distinct-values($acts/@place/string())"/>
    <xsl:variable name="rend" as="xs:string*" select="distinct-values($acts[self::del]/@rend/string())"/>
    <xsl:variable name="parts" as="xs:string*" select="
      $place ! (if (. = ('above', 'below')) then 'added ' || . || ' the line' else 'added, place: ' || f:words(.)),
      $rend ! (if (. eq 'unmarked') then 'given up without a mark' else f:words(.))"/>
    <xsl:sequence select="f:capitalised(string-join($parts, '; '))"/>
  </xsl:function>

  <!-- Who made a change and when, with links to what the header says of the hand and the stage. -->
  <xsl:function name="f:agents" as="node()*">
    <xsl:param name="change" as="element()"/>
    <xsl:variable name="acts" as="element()+" select="$change, $change[self::subst]/(add | del)"/>
    <xsl:variable name="pointers" as="xs:string*" select="
      distinct-values(($acts/@hand, $acts/@change) ! tokenize(., '\s+')[. ne ''])"/>
    <xsl:if test="f:manner($change) ne '' "><xsl:text>; </xsl:text></xsl:if>
    <xsl:if test="empty($pointers)"><xsl:text>no hand or stage is recorded</xsl:text></xsl:if>
    <xsl:for-each select="$pointers">
      <xsl:variable name="pointer" as="xs:string" select="."/>
      <xsl:variable name="target" as="element()?" select="
        (root($change)//(handNote | change)[@xml:id = substring-after($pointer, '#')])[1]"/>
      <xsl:if test="position() gt 1"><xsl:text>, </xsl:text></xsl:if>
      <xsl:value-of select="if ($target/self::change) then 'stage: ' else 'hand: '"/>
      <xsl:choose>
        <xsl:when test="$target"><a href="#{$target/@xml:id}"><xsl:value-of select="f:brief($target)"/></a></xsl:when>
        <xsl:otherwise><xsl:value-of select="$pointer"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <!-- A hand or stage by the first words of its description, up to the first stop. -->
  <xsl:function name="f:brief" as="xs:string">
    <xsl:param name="declared" as="element()"/>
    <xsl:sequence select="replace(f:described($declared), '\s*(\(|[.:;](\s|$)).*$', '')"/>
  </xsl:function>

  <xsl:function name="f:block-name" as="xs:string">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="label" as="xs:string" select="
      replace(normalize-space(string($block[self::item]/preceding-sibling::*[1][self::label])), '[.):]+$', '')"/>
    <xsl:sequence select="
      if ($block/self::item) then string-join(('point', $label[. ne '']), ' ')
      else if ($block/self::p) then 'paragraph ' ||
        count(root($block)//body//p[. &lt;&lt; $block]) + 1
      else f:words(local-name($block))"/>
  </xsl:function>

</xsl:transform>
