<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all"
  default-mode="view:stages">

  <!-- The text as it stood after each stage of its writing: a page for each, by the names of their files; none where there are no two. -->
  <xsl:template match="/" as="map(*)">
    <xsl:variable name="document" as="document-node()" select="."/>
    <xsl:variable name="spanned" as="map(*)" select="f:spanned(/)"/>
    <xsl:variable name="history" as="map(*)" select="f:history(/, $spanned)"/>
    <xsl:variable name="stages" as="map(*)*" select="$history('stages')"/>
    <xsl:variable name="files" as="xs:string*" select="f:stage-files($stages, f:about(/))"/>
    <xsl:map>
      <xsl:for-each select="1 to count($stages)">
        <xsl:variable name="stage" as="xs:integer" select="."/>
        <xsl:map-entry key="$files[$stage]">
          <xsl:for-each select="$document">
            <xsl:variable name="page" as="element(Q{}html)">
              <xsl:call-template name="part:stage">
                <xsl:with-param name="history" select="$history"/>
                <xsl:with-param name="spanned" select="$spanned"/>
                <xsl:with-param name="stage" select="$stage"/>
                <xsl:with-param name="files" select="$files"/>
              </xsl:call-template>
            </xsl:variable>
            <xsl:sequence select="serialize($page, $as-html)"/>
          </xsl:for-each>
        </xsl:map-entry>
      </xsl:for-each>
    </xsl:map>
  </xsl:template>

  <xsl:template name="part:stage" as="element(Q{}html)">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:param name="history" as="map(*)"/>
    <xsl:param name="spanned" as="map(*)"/>
    <xsl:param name="stage" as="xs:integer"/>
    <xsl:param name="files" as="xs:string+"/>
    <xsl:variable name="stages" as="map(*)+" select="$history('stages')"/>
    <xsl:variable name="turns" as="map(*)" select="$history('turns')"/>
    <xsl:variable name="acts" as="element()*" select="f:written(/)//*[map:contains($turns, generate-id(.))]"/>
    <xsl:variable name="now" as="element()*" select="$acts[$turns(generate-id(.)) = $stage]"/>
    <xsl:variable name="marks" as="map(xs:string, xs:string*)" select="
      map:merge($now ! map:entry(generate-id(.), f:marks(., $turns(generate-id(.)), $stage)))"/>
    <xsl:variable name="withheld" as="map(xs:string, xs:boolean)" select="
      f:withheld(($acts[f:hides(., $turns(generate-id(.)), $stage)], f:unread(/)), $spanned)"/>
    <xsl:variable name="order-places" as="map(*)" select="map:merge(
      f:orders(/) ! (let $place := f:order-place(., $history('places')) return ptr ! f:pointed(@target) ! map:entry(generate-id(.), $place)))"/>
    <xsl:variable name="passages" as="map(*)" select="map:merge(
      map:for-each($order-places, function($id, $place) { if ($place eq $stage) then map:entry($id, true()) else () }))"/>
    <xsl:variable name="annotated" as="element()*" select="f:annotated-in-reading(/, $withheld)"/>
    <xsl:variable name="name" as="xs:string" select="f:stage-name($stages[$stage])"/>
    <xsl:variable name="change" as="element(change)?" select="$stages[$stage]('change')"/>
    <xsl:call-template name="part:page">
      <xsl:with-param name="view" select="'stages'"/>
      <xsl:with-param name="in-view" select="'genetic'"/>
      <xsl:with-param name="file" select="$files[$stage]"/>
      <xsl:with-param name="called" select="f:say('stage-called', map { 'number': $stage, 'count': count($stages), 'stage': $name })"/>
      <xsl:with-param name="before" as="element()+">
        <xsl:call-template name="part:stage-pages">
          <xsl:with-param name="stages" select="$stages"/>
          <xsl:with-param name="files" select="$files"/>
          <xsl:with-param name="stage" select="$stage"/>
        </xsl:call-template>
        <div class="stage-head">
          <h2 id="standing">
            <span class="stage-number"><xsl:value-of select="f:say('stage-number', map { 'number': $stage, 'count': count($stages) })"/></span>
            <xsl:text> </xsl:text>
            <span class="stage-name"><xsl:sequence select="$change ! f:text-language(.)"/><xsl:value-of select="$name"/></span>
          </h2>
          <xsl:sequence select="f:stage-facts($stages[$stage], $now)"/>
          <p class="notice"><xsl:value-of select="f:stage-notice($stages[$stage], $stage, $marks, map:size($passages) gt 0)"/></p>
          <xsl:sequence select="f:stage-steps($stages, $files, $stage)"/>
        </div>
      </xsl:with-param>
      <xsl:with-param name="text" as="node()*">
        <xsl:apply-templates select="f:shown(/)" mode="part:final">
          <xsl:with-param name="depth" tunnel="yes" select="2"/>
          <xsl:with-param name="withheld" tunnel="yes" select="$withheld"/>
          <xsl:with-param name="marks" tunnel="yes" select="$marks"/>
          <xsl:with-param name="marked-texts" tunnel="yes" select="f:marked-texts($now[exists($marks(generate-id(.)))], $marks, $spanned, /)"/>
          <xsl:with-param name="still-in-place" tunnel="yes" select="map:merge(
            map:for-each($order-places, function($id, $place) { if ($place gt $stage) then map:entry($id, true()) else () }))"/>
          <xsl:with-param name="newly-moved" tunnel="yes" select="$passages"/>
          <xsl:with-param name="note-signs" tunnel="yes" select="f:note-signs($annotated)"/>
          <xsl:with-param name="note-numbers" tunnel="yes" select="f:numbered($annotated)"/>
        </xsl:apply-templates>
      </xsl:with-param>
      <xsl:with-param name="annotated" select="$annotated"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The way to the page of each stage; scripts/stages.ts makes a slider of it. -->
  <xsl:template name="part:stage-pages" as="element(Q{}nav)">
    <xsl:param name="stages" as="map(*)+"/>
    <xsl:param name="files" as="xs:string+"/>
    <xsl:param name="stage" as="xs:integer?" select="()"/>
    <nav class="stage-pages" aria-label="{f:say('stage-pages')}" data-slider="{f:say('stage-slider')}">
      <p class="lead"><xsl:value-of select="f:say('stage-pages-lead')"/></p>
      <ol>
        <xsl:for-each select="1 to count($stages)">
          <xsl:variable name="n" as="xs:integer" select="."/>
          <li>
            <a href="{$files[$n]}">
              <xsl:if test="$n = $stage"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
              <xsl:sequence select="$stages[$n]('change') ! f:text-language(.)"/>
              <xsl:value-of select="f:stage-name($stages[$n])"/>
            </a>
          </li>
        </xsl:for-each>
      </ol>
    </nav>
  </xsl:template>

  <!-- To the stages before and after. -->
  <xsl:function name="f:stage-steps" as="element(Q{}ul)">
    <xsl:param name="stages" as="map(*)+"/>
    <xsl:param name="files" as="xs:string+"/>
    <xsl:param name="stage" as="xs:integer"/>
    <ul class="stage-steps">
      <xsl:for-each select="($stage - 1)[. ge 1], ($stage + 1)[. le count($stages)]">
        <xsl:variable name="n" as="xs:integer" select="."/>
        <li>
          <a href="{$files[$n]}" class="{if ($n lt $stage) then 'stage-before' else 'stage-after'}">
            <xsl:sequence select="f:say-nodes(if ($n lt $stage) then 'stage-before' else 'stage-after', map {
              'stage': f:in-language(f:stage-language($stages[$n]), f:stage-name($stages[$n])) })"/>
          </a>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:function>

  <xsl:function name="f:stage-name" as="xs:string">
    <xsl:param name="stage" as="map(*)"/>
    <xsl:variable name="words" as="xs:string?" select="$stage('change')[normalize-space() or @xml:id] ! f:brief(.)"/>
    <xsl:sequence select="
      if ($words ne '') then $words
      else if (map:contains($stage, 'seq')) then f:say('stage-numbered', map { 'number': $stage('seq') })
      else if (map:contains($stage, 'rest')) then f:say('stage-rest')
      else f:say('stage-first')"/>
  </xsl:function>

  <!-- The language of a stage's name; empty where it is that of the pages' own words. -->
  <xsl:function name="f:stage-language" as="xs:string">
    <xsl:param name="stage" as="map(*)"/>
    <xsl:sequence select="string($stage('change') ! f:text-language(.))"/>
  </xsl:function>

  <!-- What the header says of a stage beyond its name, when it was, and whose hands were at work. -->
  <xsl:function name="f:stage-facts" as="element()*">
    <xsl:param name="stage" as="map(*)"/>
    <xsl:param name="acts" as="element()*"/>
    <xsl:variable name="change" as="element(change)?" select="$stage('change')"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space($change)"/>
    <xsl:if test="$words ne '' and $words ne f:stage-name($stage)">
      <p class="stage-words"><xsl:sequence select="f:text-language($change)"/><xsl:value-of select="$words"/></p>
    </xsl:if>
    <xsl:variable name="hands" as="element()*" select="
      ($change/@who ! f:pointed(.)) | ($acts, $acts/parent::subst, $acts ! f:join(.), $acts ! f:taken-back-by(.))/@hand ! f:pointed(.)"/>
    <xsl:variable name="facts" as="xs:string*" select="
      $change ! f:date-said(.),
      distinct-values($hands ! (if (self::handNote) then f:brief(.) else f:plain((persName, name, .)[1]))) ! f:say('hand', map { 'hand': . })"/>
    <xsl:if test="exists($facts)">
      <p class="stage-facts"><xsl:value-of select="f:capitalised(string-join($facts, '; '))"/></p>
    </xsl:if>
  </xsl:function>

  <!-- What is marked on the page of a stage, and how sure its place among the stages is. -->
  <xsl:function name="f:stage-notice" as="xs:string">
    <xsl:param name="stage" as="map(*)"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="marks" as="map(*)"/>
    <xsl:param name="moved" as="xs:boolean"/>
    <xsl:variable name="all" as="xs:string*" select="map:for-each($marks, function($id, $names) { $names })"/>
    <xsl:variable name="change" as="element(change)?" select="$stage('change')"/>
    <xsl:sequence select="string-join((
      if (empty($all) and not($moved)) then f:say(if ($number eq 1) then 'stage-as-written' else 'stage-unchanged')
      else f:say('stage-marked', map { 'acts': f:enumerated((
        count($all[. eq 'del'])[. gt 0] ! f:say-count('deletions', .),
        count($all[. eq 'ins'])[. gt 0] ! f:say-count('additions', .),
        count($all[. eq 'restore'])[. gt 0] ! f:say-count('restorations', .),
        f:say('stage-moved')[$moved])) }),
      if (map:contains($stage, 'rest') or exists($change[not(parent::listChange/@ordered = 'true')])) then f:say('stage-order-unknown') else ()), ' ')"/>
  </xsl:function>

  <!--
    The file of each stage: by the local part of the change's id (NAME.stage-evening is stage-evening.html), since a
    position shifts when a stage is put in. The first state is “first” and what belongs to no stage “rest”, whatever else is. Ids of which this
    makes the same, or too little or too much for the name of a file, are told apart by a sum over the whole id, behind a
    sign that no plain name has.
  -->
  <xsl:function name="f:stage-files" as="xs:string*">
    <xsl:param name="stages" as="map(*)*"/>
    <xsl:param name="tei" as="element()"/>
    <xsl:variable name="plain" as="xs:string*" select="
      for $n in 1 to count($stages) return f:plain-stage($stages[$n], $n, $tei)"/>
    <xsl:sequence select="
      for $n in 1 to count($stages)
      return 'stage-' || (
        if ($n eq 1 or map:contains($stages[$n], 'rest') or (count($plain[. eq $plain[$n]]) eq 1 and string-length($plain[$n]) = 1 to 60))
        then $plain[$n]
        else substring($plain[$n], 1, 40) || '_' || f:sum-of(string($stages[$n]('change')/@xml:id))) || '.html'"/>
  </xsl:function>

  <xsl:function name="f:plain-stage" as="xs:string">
    <xsl:param name="stage" as="map(*)"/>
    <xsl:param name="n" as="xs:integer"/>
    <xsl:param name="tei" as="element()"/>
    <xsl:variable name="id" as="xs:string" select="string($stage('change')/@xml:id)"/>
    <xsl:variable name="local" as="xs:string" select="
      if (starts-with($id, $tei/@xml:id || '.')) then substring-after($id, $tei/@xml:id || '.') else $id"/>
    <xsl:sequence select="
      if ($n eq 1) then 'first'
      else if (map:contains($stage, 'rest')) then 'rest'
      else if (map:contains($stage, 'seq')) then 'seq-' || $stage('seq')
      else replace(replace(lower-case(normalize-unicode(replace($local, '^stage-', ''), 'NFD')), '[^a-z0-9]+', '-'), '^-|-$', '')"/>
  </xsl:function>

  <!-- A number that another id will hardly have. -->
  <xsl:function name="f:sum-of" as="xs:integer">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="fold-left(string-to-codepoints($id), 7, function($sum, $sign) { ($sum * 131 + $sign) mod 2147483647 })"/>
  </xsl:function>

</xsl:transform>
