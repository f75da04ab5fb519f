<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    In which stages of writing a document came to be, and what each act did to its words, as far as the encoding says so.

    The stages are the changes of the header's listChange, in the order in which they are listed; the first of them is
    the first writing, to which all words belong that no other claims. A list of one stage leaves the first
    writing to be understood, if that one changed anything. Where nothing is listed, but acts are numbered by @seq, each number is a stage
    after the first writing. In all other cases there are no stages: a document that says no more than what was struck
    and added is told by its reading and its first state.

    An element belongs to the stage that its @change names, or that of the substJoin that joins it, or else of what stands round it (TEI: “the element
    … and its children”); of several, to the earliest. A deletion made in the act of writing (@instant) belongs to the stage
    in which its words were written. What belongs to none by this is a stage of its own, at the end: NAME.revised, which
    stet writes, or one that is understood. Only there does the last state come to be what is read in the end.
  -->

  <xsl:key name="part:undone" match="undo | redo" use="f:pointers(@target)"/>

  <!-- Stages that the header lists: of a corpus, none, unless a single document of it has some. -->
  <xsl:function name="f:listed-stages" as="element(change)*">
    <xsl:param name="of" as="node()"/>
    <xsl:variable name="with" as="element()*" select="
      f:members(f:about($of))[(teiHeader/profileDesc/creation | standOff)/listChange//change]"/>
    <xsl:variable name="listed" as="element(change)*" select="
      if (count($with) eq 1) then $with/(teiHeader/profileDesc/creation | standOff)/listChange//change else ()"/>
    <xsl:sequence select="$listed[@xml:id or . is $listed[1]]"/>
  </xsl:function>

  <!--
    “stages”: for each stage a map, in order, with the element (“change”) or the number (“seq”) that it comes from, if any.
    “places”: the place of each stage, counted from 1, by what acts say of it; by the empty string that of acts that say nothing.
    “turns”: by the generated id of each act, the stages in which it was done, taken back, done again.
    Empty where there are no two stages.
  -->
  <xsl:function name="f:history" as="map(*)">
    <xsl:param name="of" as="node()"/>
    <xsl:param name="spanned" as="map(*)"/>
    <xsl:variable name="listed" as="element(change)*" select="f:listed-stages($of)"/>
    <xsl:variable name="numbers" as="xs:integer*" select="
      if (exists($listed)) then ()
      else sort(distinct-values(f:written($of)//(add | addSpan | del | delSpan | subst | substJoin | restore | undo | redo)
        /@seq[matches(., '^[0-9]{1,9}$')] ! xs:integer(.)))"/>
    <xsl:choose>
      <xsl:when test="empty(($listed, $numbers))"><xsl:sequence select="map {}"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="acts" as="element()*" select="f:written($of)//*[f:is-act(.)]"/>
        <xsl:variable name="own" as="map(xs:string, xs:integer)" select="map:merge((
          for-each-pair($listed, 1 to count($listed), function($stage, $n) {
            $stage/@xml:id ! map:entry('#' || ., $n) }),
          for-each-pair($numbers, 1 to count($numbers), function($number, $n) { map:entry('seq:' || $number, $n) })))"/>
        <!-- Whether the first writing is not listed, but understood. -->
        <xsl:variable name="before" as="xs:boolean" select="
          empty($listed) or (count($listed) eq 1 and (some $act in $acts satisfies exists(f:told-stage($act, $own))))"/>
        <xsl:variable name="told" as="map(xs:string, xs:integer)" select="
          if ($before) then map:merge(map:for-each($own, function($name, $n) { map:entry($name, $n + 1) })) else $own"/>
        <xsl:variable name="count" as="xs:integer" select="count($listed) + count($numbers) + (if ($before) then 1 else 0)"/>
        <xsl:variable name="revised" as="element(change)?" select="$listed[@xml:id = f:about($of)/@xml:id ! (. || '.revised')][last()]"/>
        <xsl:variable name="places" as="map(xs:string, xs:integer)" select="
          map:put($told, '', ($revised ! $told('#' || @xml:id), $count + 1)[1])"/>
        <xsl:variable name="turns" as="map(xs:string, xs:integer*)" select="
          map:merge($acts ! map:entry(generate-id(.), f:turns(., $places, $spanned)))"/>
        <xsl:variable name="last" as="xs:integer" select="
          max(($count, map:for-each($turns, function($id, $stages) { $stages }), f:orders($of) ! f:order-place(., $places)))"/>
        <xsl:sequence select="
          if ($last lt 2) then map {}
          else map {
            'stages': (
              if ($before) then map { 'change': () } else (),
              $listed ! map { 'change': . },
              $numbers ! map { 'change': (), 'seq': . },
              if ($last gt $count) then map { 'change': (), 'rest': true() } else ()),
            'places': $places,
            'turns': $turns }"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- What brings words into the text, or takes them out of it. -->
  <xsl:function name="f:is-act" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="f:strikes($element) or f:brings($element)"/>
  </xsl:function>

  <xsl:function name="f:strikes" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::del or self::delSpan])"/>
  </xsl:function>

  <!-- Additions; and blocks and passages that are said to belong to a stage: they were written in it. -->
  <xsl:function name="f:brings" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::add or self::addSpan])
      or exists($element[@change][f:is-block(.) or f:is-division(.) or self::seg[not(@type = 'transposed')]
        or self::text or self::front or self::body or self::back or self::group or self::floatingText
        or self::list or self::table or self::row or self::lg or self::quote or self::postscript or self::address
        or self::note or self::figure or self::stamp or self::surface or self::zone or self::patch])"/>
  </xsl:function>

  <!-- The stage that an element itself names. -->
  <xsl:function name="f:own-stage" as="xs:integer?">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="places" as="map(*)"/>
    <xsl:sequence select="
      min((tokenize($element/@change), $element/@seq[matches(., '^[0-9]{1,9}$')] ! ('seq:' || xs:integer(.))) ! $places(.))"/>
  </xsl:function>

  <xsl:function name="f:told-stage" as="xs:integer?">
    <xsl:param name="act" as="element()"/>
    <xsl:param name="places" as="map(*)"/>
    <xsl:sequence select="(($act, f:join($act), reverse($act/ancestor::*)) ! f:own-stage(., $places))[1]"/>
  </xsl:function>

  <xsl:function name="f:stage-of" as="xs:integer">
    <xsl:param name="act" as="element()"/>
    <xsl:param name="places" as="map(*)"/>
    <xsl:param name="spanned" as="map(*)"/>
    <xsl:sequence select="
      if ($act/self::del[@instant = 'true'] and empty(f:own-stage($act, $places))) then f:written-in($act, $places, $spanned)
      else (f:told-stage($act, $places), $places('')[not($act[f:brings(.)][not(self::add or self::addSpan)])], 1)[1]"/>
  </xsl:function>

  <!-- The stage in which the words round an act were written. -->
  <xsl:function name="f:written-in" as="xs:integer">
    <xsl:param name="act" as="element()"/>
    <xsl:param name="places" as="map(*)"/>
    <xsl:param name="spanned" as="map(*)"/>
    <xsl:variable name="regions" as="element()*" select="
      if (map:size($spanned) eq 0) then () else $act/descendant::node()[map:contains($spanned, generate-id(.))][1] ! $spanned(generate-id(.))"/>
    <xsl:sequence select="max((1, ($act/ancestor::*[f:brings(.)] | $regions/self::addSpan) ! f:stage-of(., $places, $spanned)))"/>
  </xsl:function>

  <!-- What took an act back, and what took that back: restore round it, undo and redo that name it. -->
  <xsl:function name="f:taken-back-by" as="element()*">
    <xsl:param name="act" as="element()"/>
    <xsl:variable name="ids" as="attribute()*" select="($act, $act/parent::subst, f:join($act))/@xml:id"/>
    <xsl:variable name="undone" as="element()*" select="$ids ! key('part:undone', ., root($act))"/>
    <xsl:sequence select="
      $undone | $undone/@xml:id ! key('part:undone', ., root($act))
      | $act/self::delSpan/ancestor::restore[1]
      | $act/self::del/ancestor::*[self::restore or self::del or self::add][1]/self::restore
      | $act/self::add/parent::subst/ancestor::*[self::restore or self::del or self::add][1]/self::restore"/>
  </xsl:function>

  <!-- Nothing is taken back before it was done, nor twice in a row. -->
  <xsl:function name="f:turns" as="xs:integer+">
    <xsl:param name="act" as="element()"/>
    <xsl:param name="places" as="map(*)"/>
    <xsl:param name="spanned" as="map(*)"/>
    <xsl:variable name="done" as="xs:integer" select="f:stage-of($act, $places, $spanned)"/>
    <xsl:variable name="back" as="element()*" select="
      sort(f:taken-back-by($act), (), function($by) { f:stage-of($by, $places, $spanned) })"/>
    <xsl:sequence select="
      fold-left($back, $done, function($turns, $by) {
        $turns, max(($done, f:stage-of($by, $places, $spanned)))[(count($turns) mod 2 eq 1) ne exists($by/self::redo)] })"/>
  </xsl:function>

  <!-- Whether an act was taken back for good, in whatever stage. -->
  <xsl:function name="f:is-taken-back" as="xs:boolean">
    <xsl:param name="act" as="element()"/>
    <xsl:variable name="back" as="element()*" select="f:taken-back-by($act)"/>
    <xsl:sequence select="
      exists($back) and fold-left($back, false(), function($taken, $by) { if ($by/self::redo) then false() else true() })"/>
  </xsl:function>

  <!-- The orders in which passages are to be read, and the stage in which each was wanted: the passages, the signs or the order itself say so. -->
  <xsl:function name="f:orders" as="element(transpose)*">
    <xsl:param name="of" as="node()"/>
    <xsl:sequence select="f:members(f:about($of))/(teiHeader | standOff | text)//transpose[ptr]"/>
  </xsl:function>

  <xsl:function name="f:order-place" as="xs:integer">
    <xsl:param name="order" as="element(transpose)"/>
    <xsl:param name="places" as="map(*)"/>
    <xsl:variable name="passages" as="element()*" select="$order/ptr ! f:pointed(@target)"/>
    <xsl:variable name="signs" as="element()*" select="$passages/@xml:id ! key('part:signs', ., root($order))"/>
    <xsl:sequence select="(min(($order, $passages, $signs) ! f:own-stage(., $places)), $places(''))[1]"/>
  </xsl:function>

</xsl:transform>
