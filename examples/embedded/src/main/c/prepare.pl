#!/usr/bin/perl
# Turns the C that TeaVM 0.15.0 generated into one translation unit that runs on Foliot's runtime.
#
#   prepare.pl GENERATED OUT      (writes OUT/unit.c; OUT is made anew)
#
# Every change to a generated file is a pattern that must match exactly as often as stated here;
# otherwise this program says which one no longer does, and ends with status 1.
use strict;
use warnings;
use File::Basename qw(dirname);
use File::Path qw(make_path remove_tree);

@ARGV == 2 or die "usage: prepare.pl GENERATED OUT\n";
my ($generated, $out) = @ARGV;
-f "$generated/all.c" or die "prepare.pl: $generated/all.c is missing: not a C target of TeaVM\n";

sub slurp {
    my ($name) = @_;
    open my $in, '<', "$generated/$name" or die "prepare.pl: cannot read $generated/$name: $!\n";
    local $/;
    return scalar <$in>;
}

sub spit {
    my ($name, $text) = @_;
    make_path(dirname("$out/$name"));
    open my $to, '>', "$out/$name" or die "prepare.pl: cannot write $out/$name: $!\n";
    print $to $text;
    close $to or die "prepare.pl: cannot write $out/$name: $!\n";
}

my $patches = 0;

# Replaces the pattern in the text, and insists on the number of matches.
sub patch {
    my ($text, $what, $pattern, $new, $times) = @_;
    my $found = ($$text =~ s/$pattern/ref $new ? $new->() : $new/ge) || 0;
    $found == $times
        or die "prepare.pl: patch '$what' matched $found times, expected $times: "
        . "the generated code is not that of TeaVM 0.15.0\n";
    $patches++;
}

remove_tree($out);

# 1. A header holds the address of the class: no table, no shift, known when linking.
my $core = slurp('core.h');
patch(\$core, 'pack class', qr/#define TEAVM_PACK_CLASS\(cls\) .*\n/,
    "#define TEAVM_PACK_CLASS(cls) ((int32_t) (uintptr_t) (cls))\n", 1);
patch(\$core, 'unpack class', qr/#define TEAVM_UNPACK_CLASS\(cls\) .*\n/,
    "#define TEAVM_UNPACK_CLASS(cls) ((TeaVM_Class*) (uintptr_t) ((uint32_t) (cls) & ~1u))\n", 1);

# 2. The collector is not generational: no write barrier.
patch(\$core, 'write barrier',
    qr/(static void teavm_gc_writeBarrier\(void\* object\) \{)[^}]*\}/, sub { "$1 }" }, 1);

# 2a. No floating point: what converts and compares it is taken out, so that its use does not compile.
patch(\$core, 'floating point', qr/^static inline (?:\w+) teavm_\w+\((?:float|double) .*?^\}\n/ms, '', 6);
patch(\$core, 'floating point', qr/^static inline (?:float|double) teavm_\w+\(.*?^\}\n/ms, '', 2);
patch(\$core, 'random floating point', qr/^extern double teavm_rand\(\);\n/m, '', 1);
spit('core.h', $core);

# 3. Literals are constants with their class already in place, where a pointer fits a header.
my $string = slurp('string.h');
my $literal = sub {
    my ($data) = @_;
    return <<"END";
&(FOLIOT_LITERAL TeaVM_String) { \\
    .parent = { .header = FOLIOT_LITERAL_HEADER(jl_String_Cls) }, \\
    .characters = (TeaVM_Array*) & (FOLIOT_LITERAL struct { TeaVM_Array hdr; char16_t data[(length) + 1]; }) { \\
        .hdr = { .parent = { .header = FOLIOT_LITERAL_HEADER(Arr_C_Cls) }, .size = length }, \\
        .data = $data \\
    }, \\
    .hashCode = INT32_C(hash) \\
}
END
};
patch(\$string, 'string literal', qr/(#define TEAVM_STRING\(length, hash, s\) )&\(TeaVM_String\)(?:.*\\\n)+\}\n/,
    sub { $1 . $literal->('s') }, 1);
patch(\$string, 'string literal from codes',
    qr/(#define TEAVM_STRING_FROM_CODES\(length, hash, \.\.\.\) )&\(TeaVM_String\)(?:.*\\\n)+\}\n/,
    sub { $1 . $literal->('{ __VA_ARGS__ }') }, 1);
patch(\$string, 'literal storage', qr/#include "core\.h"\n/, <<'END', 1);
#include "core.h"
#if __SIZEOF_POINTER__ == 4
    #define FOLIOT_LITERAL const
    #define FOLIOT_LITERAL_HEADER(cls) (int32_t) ((uintptr_t) &cls + 1u)
#else
    #define FOLIOT_LITERAL
    #define FOLIOT_LITERAL_HEADER(cls) 0
#endif
END
spit('string.h', $string);

my $pool = slurp('strings.c');
patch(\$pool, 'string pool', qr/(TeaVM_String\*) (teavm_stringPool\[\d+\] = \{)/,
    sub { "$1 const $2" }, 1);
patch(\$pool, 'string pool start', qr/void teavm_initStringPool\(\) \{.*\z/s, '', 1);
$pool =~ s/#include "stringhash\.h"\n/#include "a\/p\/char.h"\n/;
spit('strings.c', $pool);
my $poolHeader = slurp('strings.h');
patch(\$poolHeader, 'string pool declaration', qr/(extern TeaVM_String\*) (teavm_stringPool\[\];)/,
    sub { "$1 const $2" }, 1);
spit('strings.h', $poolHeader);

my $stack = slurp('stack.h');
patch(\$stack, 'stack frame', qr/(#define TEAVM_ALLOC_STACK\(sz\) \\\n(?:.*\\\n)+)(.*teavm_stackTop = .*\n)/,
    sub { "$1        teavm_shadowStack.header.callSiteId = -1; \\\n$2" }, 1);
spit('stack.h', $stack);

# 4. Of the table of call sites only those with exception handlers are kept.
my $sites = slurp('callsites.c');
my ($table) = $sites =~ /TeaVM_CallSite teavm_callSites\[\d+\] = \{\n(.*?)\n\};/s
    or die "prepare.pl: no table of call sites: the generated code is not that of TeaVM 0.15.0\n";
my @entries = $table =~ /\.firstHandler = (.*?), \.location/g;
my $rows = () = $table =~ /\{/g;
@entries == $rows or die "prepare.pl: a call site has another form than expected\n";
my $kept = '';
for my $id (0 .. $#entries) {
    $kept .= "    { $id, $entries[$id] },\n" if $entries[$id] ne 'NULL';
}
$sites =~ s/TeaVM_CallSite teavm_callSites\[.*\z//s;
$sites =~ s/^static TeaVM_ExceptionHandler /static const TeaVM_ExceptionHandler /mg;
$sites =~ s/(\.next = )(&)/$1(TeaVM_ExceptionHandler *) $2/g;
$sites .= "const FoliotCallSite foliot_callSites[] = {\n$kept    { -1, NULL }\n};\n";
spit('callsites.c', $sites);

# 5. Classes. TeaVM's own run-time classes are replaced by Foliot's runtime; roots become one table.
# Only a method that catches needs to say which call it is in.
sub withoutCallSites {
    my ($head, $body) = @_;
    $body =~ s/TEAVM_WITH_CALL_SITE_ID\(\d+, /FOLIOT_CALL(/g unless $body =~ /TEAVM_TRY/;
    return "$head$body}\n";
}

my @files = slurp('all.c') =~ /^#include "((?:c|a|p)\/[^"]+)"$/mg;
my $roots = '';
my $units = '';
my %arrayClasses;
for my $file (@files) {
    next if $file =~ m{^c/o/t/r/};
    my $text = slurp($file);
    while ($text =~ s/^teavm_registerStaticGcRoots\((\w+), (\d+)\);\n//m) {
        $roots .= "    { $1, $2 },\n";
    }
    $text =~ s/^static void\*\* (teavm_gc_localStaticRoots_)/static void** const $1/mg;
    $text =~ s/^(\S[^\n]*\) \{\n)(.*?)^\}\n/withoutCallSites($1, $2)/gmse;
    # What is found at run time is counted by its place, and has 4 more: it may be of several classes.
    while ($text =~ /teavm_getArrayClass(\((?:[^()]++|(?1))*\))/g) {
        my ($items, $place) = ($1, "$file:" . pos $text);
        pos($text) -= length $items;
        $arrayClasses{$_} = 1 for $items =~ /&\w+_Cls\W*\z/ ? $items : map { "$place $_" } 1 .. 4;
    }
    spit($file, $text);
    $units .= "#include \"$file\"\n";
}

# 6. What main() did before the program's own main method.
my $main = slurp('main.c');
my ($body) = $main =~ /^int main\(int argc, char\*\* argv\) \{\n(.*?)^\}/ms
    or die "prepare.pl: no main function in main.c\n";
my $arrayClasses = keys %arrayClasses;
my $start = join '', $body =~ /^ *((?:sysinitclass_(?!otr_)|meth_(?!otr_)|initclass_)\w+\(\);\n)/mg;
my ($entry) = slurp('c/o/t/r/Fiber.c') =~ /\b(meth_\w+_main)\(/
    or die "prepare.pl: the program's main method was not found\n";
my ($mainHeaders) = $main =~ /\A(.*?)^TeaVM_Class\*/ms;
$mainHeaders =~ s/#include "runtime.h"\n//;

# The headers that the kept files include come along unchanged.
for my $header (glob("$generated/*.h"), map { glob("$generated/$_") } '[cap]/*.h') {
    (my $name = $header) =~ s{^\Q$generated\E/}{};
    spit($name, slurp($name)) unless -f "$out/$name";
}
open my $find, '-|', 'find', $generated, '-name', '*.h' or die "prepare.pl: find: $!\n";
while (my $header = <$find>) {
    chomp $header;
    (my $name = $header) =~ s{^\Q$generated\E/}{};
    spit($name, slurp($name)) unless -f "$out/$name";
}

spit('unit.c', <<"END");
/* Written by prepare.pl: the whole program as one translation unit. */
#include "runtime.h"
#include "core_gen.h"
#include "arrayclass.h"
#include "arrayclass_gen.h"
#include <string.h>
$mainHeaders
#define FOLIOT_CALL(call) (call)
#ifndef FOLIOT_ARRAY_CLASSES
#define FOLIOT_ARRAY_CLASSES $arrayClasses
#endif
#include "rt.h"
#include "rt.c"
#include "heap.c"
$units
#include "strings.c"
#include "callsites.c"

const FoliotRoots foliot_staticRoots[] = {
$roots    { NULL, 0 }
};

void foliot_main(void) {
#if __SIZEOF_POINTER__ != 4
    for (unsigned i = 0; i < sizeof(teavm_stringPool) / sizeof(teavm_stringPool[0]); ++i) {
        if (teavm_stringPool[i] != NULL) initString(teavm_stringPool[i]);
    }
#endif
    teavm_stringClass = (TeaVM_Class*) &jl_String_Cls;
    $start
    $entry(NULL);
}
END
print "prepare.pl: $patches patches applied, ", scalar(@files), " classes seen\n";
