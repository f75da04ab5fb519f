<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    The blanks round what a view withholds. A struck word stands between two blanks, and if it goes,
    one of them goes; before a full stop both do; and where the deletion took the only blank with it,
    one is put back, so that no two words are glued together.
  -->

  <!-- Text between the parts of a substitution or choice: layout of the file, no blank of the page. -->
  <xsl:function name="f:is-layout" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:sequence select="exists($text/parent::*[self::subst or self::choice]) and not(normalize-space($text))"/>
  </xsl:function>

  <!-- The wording of each text node of a block that has to differ from the source, by generated id. -->
  <xsl:function name="f:settled" as="map(xs:string, xs:string)">
    <xsl:param name="block" as="element()"/>
    <xsl:param name="withheld" as="map(*)"/>
    <xsl:choose>
      <xsl:when test="map:size($withheld) eq 0 or empty($block//text()[map:contains($withheld, generate-id(.))])">
        <xsl:sequence select="map {}"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="texts" as="text()*" select="
          $block//text()[not(f:is-layout(.))][not(ancestor::note[not(. is $block)] or ancestor::sic/parent::choice
            or ancestor::orig/parent::choice or ancestor::abbr/parent::choice)]
            [ancestor::*[f:is-block(.)][1] is $block]"/>
        <xsl:iterate select="$texts">
          <xsl:param name="settled" as="map(*)" select="map {}"/>
          <xsl:param name="last" as="text()?" select="()"/>
          <xsl:param name="after-withheld" as="xs:boolean" select="false()"/>
          <xsl:param name="blank-withheld" as="xs:boolean" select="false()"/>
          <xsl:on-completion select="
            if ($after-withheld and $last)
            then map:put($settled, generate-id($last), replace(f:settled-text($last, $settled), '\s+$', ''))
            else $settled"/>
          <xsl:variable name="here" as="xs:string" select="string(.)"/>
          <xsl:variable name="before" as="xs:string" select="if ($last) then f:settled-text($last, $settled) else ''"/>
          <xsl:choose>
            <xsl:when test="map:contains($withheld, generate-id(.))">
              <xsl:next-iteration>
                <xsl:with-param name="after-withheld" select="true()"/>
                <xsl:with-param name="blank-withheld" select="$blank-withheld or matches($here, '^\s|\s$')"/>
              </xsl:next-iteration>
            </xsl:when>
            <xsl:when test="not($after-withheld)">
              <xsl:next-iteration>
                <xsl:with-param name="last" select="."/>
              </xsl:next-iteration>
            </xsl:when>
            <xsl:otherwise>
              <xsl:variable name="stopped" as="xs:boolean"
                select="matches($here, '^(\s*(,|\.([^.]|$))|[;:!?)\]])')"/>
              <xsl:variable name="now" as="xs:string" select="
                if ($stopped or $before eq '' or matches($before, '\s$')) then replace($here, '^\s+', '')
                else if ($blank-withheld and matches($before, '[^\s(\[]$') and matches($here, '^[\p{L}\p{N}(\[“‘&quot;]'))
                then ' ' || $here
                else $here"/>
              <xsl:variable name="settled-now" as="map(xs:string, xs:string)"
                select="map:put($settled, generate-id(.), $now)"/>
              <xsl:next-iteration>
                <xsl:with-param name="settled" select="
                  if ($stopped and $last)
                  then map:put($settled-now, generate-id($last), replace($before, '\s+$', ''))
                  else $settled-now"/>
                <xsl:with-param name="last" select="if ($now eq '') then $last else ."/>
                <xsl:with-param name="after-withheld" select="$now eq ''"/>
                <xsl:with-param name="blank-withheld" select="$now eq '' and $blank-withheld"/>
              </xsl:next-iteration>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:iterate>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:settled-text" as="xs:string">
    <xsl:param name="text" as="text()"/>
    <xsl:param name="settled" as="map(*)"/>
    <xsl:sequence select="($settled(generate-id($text)), string($text))[1]"/>
  </xsl:function>

  <xsl:template match="text()" mode="part:final part:first" as="node()?">
    <xsl:param name="settled" as="map(*)" tunnel="yes" select="map {}"/>
    <xsl:param name="withheld" as="map(*)" tunnel="yes" select="map {}"/>
    <xsl:param name="marked-texts" as="map(*)" tunnel="yes" select="map {}"/>
    <xsl:if test="not(f:is-layout(.) or (map:size($withheld) gt 0 and map:contains($withheld, generate-id(.))))">
      <xsl:variable name="settled-text" as="xs:string" select="f:settled-text(., $settled)"/>
      <!-- A word divided at a line's end is joined; its hyphen, which the page has, stays. -->
      <xsl:variable name="shown" as="text()?">
        <xsl:value-of select="
          if (preceding-sibling::node()[1][self::lb[@break = 'no']]) then replace($settled-text, '^\s+', '')
          else $settled-text"/>
      </xsl:variable>
      <xsl:sequence select="
        if (map:contains($marked-texts, generate-id(.))) then f:marked-text($marked-texts(generate-id(.)), $shown) else $shown"/>
    </xsl:if>
  </xsl:template>

</xsl:transform>
