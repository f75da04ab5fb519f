<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- A picture of how many documents there are of each year, month or day. The list below it says the same in words. -->

  <xsl:variable name="fates" as="xs:string+" select="'sent', 'received', 'draft', 'other'"/>
  <xsl:variable name="bar-step" as="xs:integer" select="10"/>
  <xsl:variable name="timeline-height" as="xs:integer" select="100"/>

  <xsl:template name="part:timeline" as="element(Q{}figure)?">
    <xsl:variable name="timeline" as="map(*)?" select="$listing?timeline"/>
    <xsl:if test="exists($timeline)">
      <xsl:variable name="bars" as="map(*)+" select="$timeline?bars"/>
      <xsl:variable name="most" as="xs:double" select="max($bars ! sum(f:of-fates(.)))"/>
      <xsl:variable name="busiest" as="map(*)" select="$bars[sum(f:of-fates(.)) eq $most][1]"/>
      <figure class="timeline">
        <svg xmlns="http://www.w3.org/2000/svg" class="bars" role="img" aria-labelledby="timeline-title timeline-desc"
          viewBox="0 0 {count($bars) * $bar-step} {$timeline-height}" preserveAspectRatio="none"
          width="{count($bars) * 3 * $bar-step}" height="{$timeline-height}">
          <title id="timeline-title"><xsl:value-of select="f:say(map { 'year': 'timeline-by-year', 'month': 'timeline-by-month', 'day': 'timeline-by-day' }($timeline?unit))"/></title>
          <desc id="timeline-desc">
            <xsl:value-of select="f:say('timeline-busiest', map {
              'period': f:say-date($busiest?period), 'documents': f:say-count('documents-count', xs:integer($most)) })"/>
          </desc>
          <xsl:for-each select="$bars">
            <xsl:variable name="place" as="xs:integer" select="(position() - 1) * $bar-step"/>
            <xsl:variable name="counts" as="xs:double+" select="f:of-fates(.)"/>
            <xsl:for-each select="$fates">
              <xsl:variable name="n" as="xs:integer" select="position()"/>
              <xsl:variable name="height" as="xs:double" select="$counts[$n] div $most * $timeline-height"/>
              <xsl:variable name="below" as="xs:double" select="sum($counts[position() lt $n]) div $most * $timeline-height"/>
              <xsl:if test="$height gt 0">
                <rect class="{.}" x="{$place + 1}" width="{$bar-step - 2}"
                  y="{round($timeline-height - $below - $height, 2)}" height="{round($height, 2)}"/>
              </xsl:if>
            </xsl:for-each>
          </xsl:for-each>
        </svg>
        <p class="axis" aria-hidden="true">
          <xsl:for-each select="distinct-values(($bars[1], $bars[last()])?period)">
            <span><xsl:value-of select="f:say-date(.)"/></span>
          </xsl:for-each>
        </p>
        <figcaption>
          <ul class="legend">
            <xsl:for-each select="$fates">
              <xsl:variable name="n" as="xs:integer" select="position()"/>
              <xsl:variable name="count" as="xs:double" select="sum($bars ! f:of-fates(.)[$n])"/>
              <xsl:if test="$count gt 0">
                <li class="{.}"><xsl:value-of select="f:say-count($role-counts(.)?key, xs:integer($count))"/></li>
              </xsl:if>
            </xsl:for-each>
          </ul>
          <xsl:if test="$timeline?about ne '' and sum($bars?received) gt 0">
            <p><xsl:value-of select="f:say('timeline-about', map { 'name': $timeline?about })"/></p>
          </xsl:if>
        </figcaption>
      </figure>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:of-fates" as="xs:double+">
    <xsl:param name="bar" as="map(*)"/>
    <xsl:sequence select="$fates ! xs:double($bar(.))"/>
  </xsl:function>

</xsl:transform>
