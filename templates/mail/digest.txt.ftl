${city}

${say("mail." + cadence + ".heading")}
${day}

<#list stories as story>
* ${story.title}
${story.date}
${story.lead}
${story.link}

</#list>
<#include "foot.txt.ftl">
