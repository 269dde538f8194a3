${city}

${story.title}
${story.date}

${story.text}

<#if story.contacts?has_content>
${say("mail.contacts")}

<#list story.contacts as person>
${[person.name, person.title, person.organisation, person.telephone, person.email]?filter(part -> part?has_content)?join(", ")}
</#list>

</#if>
<#if story.files?has_content>
${say("mail.files")}

<#list story.files as file>
${file.name}: ${file.url}
</#list>

</#if>
${say("mail.read")}: ${story.link}
<#include "foot.txt.ftl">
