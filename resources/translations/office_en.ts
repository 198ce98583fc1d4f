<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>ExamplePanel</name>
    <message numerus="yes">
        <source>{reward}: after %n such visit(s)</source>
        <translation>
            <numerusform>{reward}: after %n such visit</numerusform>
            <numerusform>{reward}: after %n such visits</numerusform>
        </translation>
    </message>
</context>
</TS>
