<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    How a reader wants the pages: by radio buttons, which the styles look at (:root:has(#choice-…:checked)), so that
    they work without scripts; where there are scripts, a choice holds on all pages (scripts/choices.ts).
  -->

  <!-- What can be chosen; the first of each is what holds when nothing is chosen. -->
  <xsl:variable name="choices" as="element(Q{}choice)+">
    <choice xmlns="" name="size" key="text-size">
      <of value="standard" key="size-standard"/>
      <of value="small" key="size-small"/>
      <of value="large" key="size-large"/>
      <of value="largest" key="size-largest"/>
    </choice>
    <choice xmlns="" name="width" key="line-width">
      <of value="standard" key="width-standard"/>
      <of value="narrow" key="width-narrow"/>
      <of value="wide" key="width-wide"/>
    </choice>
    <choice xmlns="" name="theme" key="theme">
      <of value="auto" key="theme-auto"/>
      <of value="light" key="theme-light"/>
      <of value="dark" key="theme-dark"/>
    </choice>
    <choice xmlns="" name="changes" key="changes-in-words">
      <of value="heard" key="changes-heard"/>
      <of value="shown" key="changes-shown"/>
      <of value="silent" key="changes-silent"/>
    </choice>
  </xsl:variable>

  <!-- Single keys, off until they are wanted (WCAG 2.1.4); scripts/keyboard.ts reads them here. -->
  <xsl:variable name="shortcuts" as="element(Q{}shortcut)+">
    <shortcut xmlns="" press="n" key="keys-next-document"/>
    <shortcut xmlns="" press="p" key="keys-previous-document"/>
    <shortcut xmlns="" press="j" key="keys-next-place"/>
    <shortcut xmlns="" press="k" key="keys-previous-place"/>
    <shortcut xmlns="" press="v" key="keys-next-view"/>
    <shortcut xmlns="" press="?" key="keys-help"/>
  </xsl:variable>

  <xsl:template name="part:options" as="element(Q{}details)">
    <details class="options">
      <summary><xsl:value-of select="f:say('options')"/></summary>
      <div class="choices">
        <xsl:for-each select="$choices">
          <xsl:variable name="name" as="xs:string" select="@name"/>
          <fieldset>
            <legend><xsl:value-of select="f:say(@key)"/></legend>
            <xsl:for-each select="Q{}of">
              <label>
                <input type="radio" name="{$name}" id="choice-{$name}-{@value}" value="{@value}" data-choice="{$name}">
                  <xsl:if test="position() eq 1"><xsl:attribute name="checked" select="'checked'"/></xsl:if>
                </input>
                <span><xsl:value-of select="f:say(@key)"/></span>
              </label>
            </xsl:for-each>
          </fieldset>
        </xsl:for-each>
        <!-- Shown by the script that answers to the keys. -->
        <fieldset class="keys" hidden="hidden">
          <legend><xsl:value-of select="f:say('keys')"/></legend>
          <label>
            <input type="checkbox" id="choice-keys" data-choice="keys"/>
            <span><xsl:value-of select="f:say('keys-on')"/></span>
          </label>
          <dl class="shortcuts" id="choice-keys-help" tabindex="-1">
            <xsl:for-each select="$shortcuts">
              <div><dt><kbd><xsl:value-of select="@press"/></kbd></dt><dd><xsl:value-of select="f:say(@key)"/></dd></div>
            </xsl:for-each>
          </dl>
        </fieldset>
      </div>
    </details>
  </xsl:template>

</xsl:transform>
