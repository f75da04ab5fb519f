<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:x-stet:function" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Dates in the language of the pages. The names of the months come from the catalogue: SaxonJS knows English ones only. -->

  <!-- “27 October 1962”, “October 1962”, “1962”; a day is enough, and what is no such date stays as it is. -->
  <xsl:function name="f:say-date" as="xs:string">
    <xsl:param name="date" as="xs:string"/>
    <xsl:sequence select="f:date-as($date, 'date-day')"/>
  </xsl:function>

  <!-- The same after a preposition: “vor dem 27. Oktober 1962”, but “vor Oktober 1962”. -->
  <xsl:function name="f:bound" as="xs:string">
    <xsl:param name="date" as="xs:string"/>
    <xsl:sequence select="f:date-as($date, 'date-day-bound')"/>
  </xsl:function>

  <xsl:function name="f:date-as" as="xs:string">
    <xsl:param name="date" as="xs:string"/>
    <xsl:param name="day-key" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize(replace($date, 'T.*$', ''), '-')"/>
    <xsl:variable name="numbers" as="xs:integer*" select="
      if (matches($date, '^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])(T.*)?)?)?$'))
      then $parts ! xs:integer(.) else ()"/>
    <xsl:variable name="month" as="xs:string" select="f:say-value('month', string($numbers[2]))"/>
    <xsl:sequence select="
      if (count($numbers) eq 3) then f:say($day-key, map { 'day': $numbers[3], 'month': $month, 'year': $numbers[1] })
      else if (count($numbers) eq 2) then f:say('date-month', map { 'month': $month, 'year': $numbers[1] })
      else if (count($numbers) eq 1) then string($numbers)
      else $date"/>
  </xsl:function>

  <!-- What the attributes of a date say: the day, or the limits between which it lies, or how long it lasted. -->
  <xsl:function name="f:date-said" as="xs:string?">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="earliest" as="xs:string?" select="($date/@notBefore, $date/@notBefore-iso)[1]/string()"/>
    <xsl:variable name="latest" as="xs:string?" select="($date/@notAfter, $date/@notAfter-iso)[1]/string()"/>
    <!-- Limits that meet are a day. -->
    <xsl:variable name="when" as="xs:string?" select="($date/@when/string(), $date/@when-iso/string(), $earliest[. eq $latest])[1]"/>
    <xsl:variable name="from" as="xs:string?" select="($date/@from, $date/@from-iso)[1]/string()"/>
    <xsl:variable name="to" as="xs:string?" select="($date/@to, $date/@to-iso)[1]/string()"/>
    <xsl:variable name="said" as="xs:string*" select="
      if (exists($when)) then f:say-date($when)
      else (
        if (exists($from) and exists($to)) then f:say('date-from-to', map { 'from': f:say-date($from), 'to': f:say-date($to) })
        else ($from ! f:say('date-from', map { 'date': f:say-date(.) }), $to ! f:say('date-to', map { 'date': f:say-date(.) })),
        if (exists($earliest) and exists($latest)) then f:say('date-between', map { 'from': f:bound($earliest), 'to': f:bound($latest) })
        else ($earliest ! f:say('date-not-before', map { 'date': f:bound(.) }),
          $latest ! f:say('date-not-after', map { 'date': f:bound(.) })))"/>
    <xsl:variable name="all" as="xs:string?" select="string-join($said, ', ')[. ne '']"/>
    <xsl:sequence select="if ($date/@precision = ('low', 'medium')) then $all ! f:say('date-circa', map { 'date': . }) else $all"/>
  </xsl:function>

  <!-- A date as an editor has put it; figures, and words in another language than the page's, as its attributes say. -->
  <xsl:function name="f:date-in-words" as="xs:string?">
    <xsl:param name="date" as="element()?"/>
    <xsl:variable name="words" as="xs:string?" select="$date ! f:plain(.)[. ne '']"/>
    <xsl:variable name="language" as="xs:string?" select="$date/ancestor-or-self::*[@xml:lang[f:is-language(.)]][1]/@xml:lang"/>
    <xsl:sequence select="
      if (exists($words) and not(f:is-in-figures($words))
        and tokenize(lower-case(($language, $interface)[1]), '-')[1] eq $interface) then $words
      else ($date ! f:date-said(.), $words ! f:say-date(.))[1]"/>
  </xsl:function>

  <!-- “1962-10-27”, alone or in a row. -->
  <xsl:function name="f:is-in-figures" as="xs:boolean">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="matches($words, '^[0-9]{4}(-[0-9T:.+Z-]*)?(/[0-9T:.+Z-]*)?$')"/>
  </xsl:function>

</xsl:transform>
