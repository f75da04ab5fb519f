<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- How a change is told: what, where, by whom and when. -->
  <xsl:template match="subst | add | del | delSpan | addSpan | retrace | seg" mode="part:change" as="element(Q{}li)">
    <xsl:param name="paragraphs" as="map(*)" tunnel="yes"/>
    <xsl:variable name="n" as="xs:integer" select="position()"/>
    <xsl:variable name="block" as="element()?" select="ancestor::*[f:is-block(.)][@xml:id][1]"/>
    <li id="change-{$n}" value="{$n}">
      <p class="what">
        <span class="act"><xsl:value-of select="f:act(.)"/></span>
        <xsl:text> </xsl:text>
        <span class="wording" lang="{f:language(/)}" dir="{f:direction(f:language(/))}"><xsl:call-template name="part:wording"/></span>
      </p>
      <p class="where">
        <xsl:sequence select="f:circumstances(.)"/>
        <xsl:text>. </xsl:text>
        <xsl:variable name="text-link" as="element(Q{}a)">
          <a href="#place-{$n}"><xsl:value-of select="f:say('change-see-text')"/></a>
        </xsl:variable>
        <xsl:variable name="block-link" as="element(Q{}a)?">
          <xsl:if test="$block">
            <a href="diplomatic.html#{f:fragment($block/@xml:id)}">
              <xsl:value-of select="f:say('change-block', map { 'block': f:block-name($block, $paragraphs) })"/>
            </a>
          </xsl:if>
        </xsl:variable>
        <span class="see">
          <xsl:sequence select="f:say-nodes(if ($block) then 'change-see-block' else 'change-see', map {
            'text': $text-link, 'block': $block-link })"/>
        </span>
      </p>
    </li>
  </xsl:template>

  <xsl:function name="f:is-begun" as="xs:boolean">
    <xsl:param name="change" as="element()"/>
    <xsl:sequence select="exists($change/self::del) and ($change/@instant = 'true' or f:is-false-start($change))"/>
  </xsl:function>

  <xsl:function name="f:act" as="xs:string">
    <xsl:param name="change" as="element()"/>
    <xsl:sequence select="f:say(
      if (exists(f:joined($change))) then 'act-substitution-apart'
      else if ($change/self::subst/del[@rend = 'overwritten']) then 'act-overwriting'
      else if ($change/self::subst) then 'act-substitution'
      else if ($change/self::seg) then 'act-transposition'
      else if ($change/self::retrace) then 'act-retracing'
      else if ($change/self::addSpan) then 'act-addition-passage'
      else if ($change/self::delSpan) then 'act-deletion-passage'
      else if ($change/self::add) then 'act-addition'
      else if (f:is-begun($change)) then 'act-false-start'
      else if (exists(f:restoration($change))) then 'act-deletion-restored' else 'act-deletion')"/>
  </xsl:function>

  <!-- The restoration that took a deletion back. -->
  <xsl:function name="f:restoration" as="element(restore)?">
    <xsl:param name="change" as="element()"/>
    <xsl:sequence select="$change/self::del/ancestor::*[self::restore or self::del][1]/self::restore"/>
  </xsl:function>

  <!-- The words before and after. -->
  <xsl:template name="part:wording" as="node()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="parts" as="element()*" select="f:joined(.), self::subst/(del | add)"/>
    <xsl:variable name="passages" as="element(seg)*" select="self::seg ! f:read-order(.)"/>
    <xsl:choose>
      <xsl:when test="exists($parts)">
        <del><xsl:value-of select="$parts[self::del or self::delSpan] ! f:words-of(.)"/></del>
        <xsl:text> → </xsl:text>
        <ins><xsl:value-of select="$parts[self::add or self::addSpan] ! f:words-of(.)"/></ins>
      </xsl:when>
      <xsl:when test="exists($passages)">
        <xsl:value-of select="$passages/self::* ! f:plain(.)" separator=" | "/>
        <xsl:text> → </xsl:text>
        <xsl:value-of select="$passages ! f:plain(.)" separator=" | "/>
      </xsl:when>
      <xsl:when test="self::add or self::addSpan"><ins><xsl:value-of select="f:words-of(.)"/></ins></xsl:when>
      <xsl:when test="self::retrace"><span class="retrace"><xsl:value-of select="f:words-of(.)"/></span></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="label" as="element(label)?" select="
          if (f:is-begun(.)) then ancestor::item[1]/preceding-sibling::*[1][self::label][f:is-false-start(.)] else ()"/>
        <del><xsl:if test="@rend"><xsl:attribute name="data-rend" select="@rend"/></xsl:if><xsl:value-of select="string-join(($label, .)/f:words-of(.), ' ')"/></del>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The words of a change; of a long passage how it begins and ends, of what cannot be read that it cannot. -->
  <xsl:function name="f:words-of" as="xs:string">
    <xsl:param name="change" as="element()"/>
    <xsl:variable name="end" as="element()?" select="f:pointed($change/@spanTo)[1]"/>
    <xsl:variable name="region" as="text()*">
      <xsl:iterate select="$end/$change/following::text()">
        <xsl:choose>
          <xsl:when test=". &gt;&gt; $end"><xsl:break/></xsl:when>
          <xsl:otherwise><xsl:sequence select=".[not(ancestor::note)]"/></xsl:otherwise>
        </xsl:choose>
      </xsl:iterate>
    </xsl:variable>
    <xsl:variable name="words" as="xs:string*" select="
      tokenize(if ($end) then string-join($region) else f:plain($change))"/>
    <xsl:sequence select="
      if (count($words) gt 24)
      then string-join(($words[position() le 12], '…', $words[position() gt last() - 8]), ' ')
      else if (exists($words)) then string-join($words, ' ')
      else string-join($change//(gap | space) ! ('[' || f:loss(.) || ']'), ' ')"/>
  </xsl:function>

  <!-- Where, how, by whom, when, how sure; and the same of the restoration, if there was one. -->
  <xsl:function name="f:circumstances" as="node()*">
    <xsl:param name="change" as="element()"/>
    <xsl:variable name="acts" as="element()+" select="f:acts($change)"/>
    <xsl:variable name="restoration" as="element(restore)?" select="f:restoration($change)"/>
    <xsl:variable name="manner" as="xs:string" select="f:manner($acts)"/>
    <xsl:variable name="agents" as="node()+" select="f:agents($acts)"/>
    <xsl:value-of select="
      if ($manner ne '') then $manner || '; ' || head($agents) else f:capitalised(string(head($agents)))"/>
    <xsl:sequence select="tail($agents)"/>
    <xsl:if test="$restoration/(@hand | @change)">
      <xsl:sequence select="f:say-nodes('change-restored', map { 'agents': f:agents($restoration) })"/>
    </xsl:if>
  </xsl:function>

  <!-- Place and rendering of a change, in words. -->
  <xsl:function name="f:manner" as="xs:string">
    <xsl:param name="acts" as="element()+"/>
    <xsl:variable name="place" as="xs:string*" select="distinct-values($acts[not(self::metamark)] ! f:place(.))"/>
    <!-- What was written over needs no other word for how it was deleted. -->
    <xsl:variable name="rend" as="xs:string*" select="
      distinct-values($acts[self::del or self::delSpan] ! f:rend(.))[not(. = 'overwritten' and $place = 'superimposed')]"/>
    <xsl:variable name="cause" as="xs:string*" select="$acts/self::retrace/@cause ! f:word-for('retraced', .)"/>
    <xsl:variable name="parts" as="xs:string*" select="$place ! f:placed(.), $cause,
      $rend ! (if (. eq 'unmarked') then f:say('manner-unmarked') else string-join(tokenize(.) ! f:say-value('rend', .), ' '))"/>
    <xsl:sequence select="f:capitalised(string-join($parts, '; '))"/>
  </xsl:function>

  <!-- Where an addition stands, in words. -->
  <xsl:function name="f:placed" as="xs:string">
    <xsl:param name="place" as="xs:string"/>
    <xsl:sequence select="
      (f:word-for('placed', $place), f:say('placed-elsewhere', map { 'place': f:say-value('place', $place) }))[1]"/>
  </xsl:function>

  <!-- Who made a change and when, with links to what the header says of the hand and the stage. -->
  <xsl:function name="f:agents" as="node()*">
    <xsl:param name="acts" as="element()+"/>
    <xsl:variable name="pointers" as="xs:string*" select="
      distinct-values(($acts/@hand, $acts/parent::seg/@hand, $acts/@change) ! tokenize(., '\s+')[. ne ''])"/>
    <xsl:variable name="certainty" as="xs:string*" select="distinct-values($acts/@cert/string())"/>
    <xsl:if test="empty($pointers)"><xsl:value-of select="f:say('change-by-nobody')"/></xsl:if>
    <xsl:for-each select="$pointers">
      <xsl:variable name="target" as="element()?" select="
        key('part:identified', substring-after(., '#'), root($acts[1]))[self::handNote or self::change][1]"/>
      <xsl:if test="position() gt 1"><xsl:text>, </xsl:text></xsl:if>
      <xsl:variable name="named" as="item()">
        <xsl:choose>
          <xsl:when test="$target"><a href="#{f:fragment($target/@xml:id)}"><xsl:sequence select="f:text-language($target)"/><xsl:value-of select="f:brief($target)"/></a></xsl:when>
          <xsl:otherwise><xsl:sequence select="."/></xsl:otherwise>
        </xsl:choose>
      </xsl:variable>
      <xsl:sequence select="
        if ($target/self::change) then f:say-nodes('stage', map { 'stage': $named }) else f:say-nodes('hand', map { 'hand': $named })"/>
    </xsl:for-each>
    <xsl:value-of select="$certainty ! ('; ' || f:certainty(.))" separator=""/>
  </xsl:function>

  <!-- A hand or stage by the first words of its description, up to the first stop. -->
  <xsl:function name="f:brief" as="xs:string">
    <xsl:param name="declared" as="element()"/>
    <xsl:sequence select="replace(f:described($declared), '\s*(\(|[.:;](\s|$)).*$', '')"/>
  </xsl:function>

  <xsl:function name="f:block-name" as="xs:string">
    <xsl:param name="block" as="element()"/>
    <xsl:param name="paragraphs" as="map(*)"/>
    <xsl:variable name="label" as="xs:string" select="
      replace(normalize-space(string($block[self::item]/preceding-sibling::*[1][self::label])), '[.):]+$', '')"/>
    <xsl:sequence select="
      if ($block/self::item) then string-join((f:say('block-point'), $label[. ne '']), ' ')
      else if ($block/self::p) then string-join((f:say('block-paragraph'), $paragraphs(generate-id($block))), ' ')
      else f:say-value('block', local-name($block))"/>
  </xsl:function>

</xsl:transform>
